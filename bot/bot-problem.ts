import type { NextFunction, Request, Response } from "express";
import { failureOf } from "../src/platform/failure";
import { newId } from "../src/platform/ids";
import type { Log } from "../src/platform/log";

interface BotProblem {
  readonly status: number;
  readonly title: string;
  /** For the log only. */
  readonly why: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

/** `application/problem+json` for a channel, which is a program: no text of the catalogue. */
export function answerProblem(log: Log, response: Response, problem: BotProblem): void {
  const { status, title, why, errors } = problem;
  const requestId = String(response.getHeader("x-request-id") ?? newId());
  log.warn({ requestId, status, why }, "bot request refused");
  // The rest of a body that nobody will read must not keep the connection busy.
  response.setHeader("connection", "close");
  response
    .status(status)
    .type("application/problem+json")
    .send(JSON.stringify({ type: "about:blank", title, status, detail: title, requestId, errors }));
}

/** What nobody expected: told to the log, never to the channel. */
export function onFault(log: Log) {
  return (error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    log.error(failureOf(error), "bot request failed");
    answerProblem(log, response, { status: 500, title: "Something went wrong", why: "fault" });
  };
}
