import { randomUUID } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import type { Log } from "../platform/log";
import { withoutAddressSecrets } from "../platform/secret";

const longestPath = 300;
const ids = new WeakMap<object, string>();

/** Gives each request an id, answers with it, and logs what changed something or went wrong. */
export function requestId(log: Log) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const id = randomUUID();
    const started = performance.now();
    ids.set(response, id);
    response.setHeader("X-Request-Id", id);
    response.on("finish", () => {
      const level = request.method === "GET" && response.statusCode < 400 ? "debug" : "info";
      // Asked first: to put the line together costs more than many an answer.
      if (!log.isLevelEnabled(level)) return;
      log[level](
        {
          requestId: id,
          method: request.method,
          path: loggable(request.originalUrl),
          status: response.statusCode,
          ms: Math.round(performance.now() - started),
        },
        "request",
      );
    });
    next();
  };
}

/** Paths hold the secrets of calendars, and what strangers put there; the query may hold what people search for. */
function loggable(address: string): string {
  const path = address.split("?", 1)[0] ?? "";
  const known = path.slice(0, longestPath).replace(/(\/calendars\/)[^/]+/i, "$1[secret]");
  return withoutAddressSecrets(known).replace(/eyJ[\w-]*(\.[\w-]*)*/g, "[token]");
}

export function requestIdOf(response: Response): string {
  return ids.get(response) ?? "";
}
