import type { NextFunction, Request, Response } from "express";
import type { Log } from "../src/platform/log";
import { readUpTo, SilentSender } from "../src/platform/read-body";
import { answerProblem } from "./bot-problem";

const largestBody = 256 * 1024;

/**
 * Puts the JSON of a request into `body`. Not `express.json`, which reads what is too large to its end before it
 * says so, however long that takes.
 */
export function readBody(log: Log) {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const refuse = (status: number, title: string, why: string) =>
      answerProblem(log, response, { status, title, why });
    const { "content-length": length, "content-encoding": encoding = "identity" } = request.headers;
    if (request.is("application/json") === false)
      return refuse(415, "Send application/json", "not application/json");
    if (encoding !== "identity") return refuse(415, "Send it as it is", "content encoding");
    if (Number(length ?? 0) > largestBody) return refuse(413, "Too large", "declared too large");
    const bytes = await readUpTo(request, largestBody + 1).catch((fault: unknown) => fault);
    if (bytes instanceof SilentSender) return refuse(408, "Too slow", "stopped coming");
    if (!Buffer.isBuffer(bytes)) return refuse(400, "Not JSON", "cut off");
    if (bytes.length > largestBody) return refuse(413, "Too large", "too large");
    try {
      request.body = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    } catch {
      return refuse(400, "Not JSON", "not JSON");
    }
    next();
  };
}
