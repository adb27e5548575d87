import { randomUUID } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import type { Log } from "../platform/log";

const ids = new WeakMap<object, string>();

/** Gives each request an id, answers with it, and logs what changed something or went wrong. */
export function requestId(log: Log) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const id = randomUUID();
    const started = performance.now();
    ids.set(response, id);
    response.setHeader("X-Request-Id", id);
    response.on("finish", () => {
      const quiet = request.method === "GET" && response.statusCode < 400;
      log[quiet ? "debug" : "info"](
        {
          requestId: id,
          method: request.method,
          path: request.originalUrl.split("?", 1)[0],
          status: response.statusCode,
          ms: Math.round(performance.now() - started),
        },
        "request",
      );
    });
    next();
  };
}

export function requestIdOf(response: Response): string {
  return ids.get(response) ?? "";
}
