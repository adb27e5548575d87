import { randomUUID } from "node:crypto";
import { type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { ProblemAnswer } from "../contracts/problem-contract";
import type { Translate } from "../contracts/text/catalogue";
import { Refusal, type RefusalCode } from "../domain/refusal";
import type { Log } from "../platform/log";
import { answerHeaders } from "./answer-headers";
import { problemOf } from "./error-response";

/** What Node's reader of requests gives up on, by its code; everything else is not HTTP as it should be. */
const codes: Readonly<Record<string, RefusalCode>> = {
  HPE_HEADER_OVERFLOW: "headers-too-large",
  HPE_CHUNK_EXTENSIONS_OVERFLOW: "headers-too-large",
  ERR_HTTP_REQUEST_TIMEOUT: "request-too-slow",
};

/** How long a sender who is still sending has to read the answer, before the line is cut. */
const lingerMs = 1_000;

/**
 * Answers, on the bare line, what is not even a request: Node would say it with an empty body and none of our headers.
 * The line is closed afterwards, whatever else comes in on it. A request before it that is still being answered gets
 * its own answer, and this one none, so that nobody takes the one for the other.
 */
export function unreadableRequest(translate: Translate, log: Log, secure: boolean) {
  return (fault: NodeJS.ErrnoException, socket: Socket): void => {
    const answering = answerUnderWay(socket);
    if (answering?.req.complete && !answering.headersSent) {
      answering.setHeader("Connection", "close");
      return;
    }
    if (fault.code === "ECONNRESET" || !socket.writable || answering?.headersSent) {
      socket.destroy();
      return;
    }
    const refusal = new Refusal("invalid", codes[fault.code ?? ""] ?? "request-unreadable");
    const problem = problemOf(translate, "en", refusal, randomUUID());
    log.info(
      { requestId: problem.requestId, status: problem.status, code: fault.code },
      "unreadable request",
    );
    socket.end(onTheLine(problem, secure));
    setTimeout(() => socket.destroy(), lingerMs).unref();
  };
}

function onTheLine(problem: ProblemAnswer, secure: boolean): string {
  const body = JSON.stringify(problem);
  const headers = [
    ...answerHeaders(secure),
    ["X-Request-Id", problem.requestId],
    ["Content-Type", "application/problem+json; charset=utf-8"],
    ["Content-Length", String(Buffer.byteLength(body))],
    ["Connection", "close"],
  ].map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n${headers.join("")}\r\n${body}`;
}

/** Node keeps the answer that it is sending on a line there. */
function answerUnderWay(
  socket: Socket & { readonly _httpMessage?: ServerResponse | null },
): ServerResponse | null {
  return socket._httpMessage ?? null;
}
