import type { NextFunction, Request, Response } from "express";
import type { ProblemAnswer } from "../contracts/problem-contract";
import type { Language } from "../contracts/text/bilingual";
import type { Translate } from "../contracts/text/catalogue";
import { type FieldProblem, Refusal, type RefusalCode, type RefusalKind } from "../domain/refusal";
import type { Log } from "../platform/log";
import { SenderGone, SilentSender } from "../platform/read-body";
import { languageOf } from "./handle";
import { requestIdOf } from "./request-id";

const kindStatus: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  "not-found": 404,
  "not-allowed": 403,
  conflict: 409,
  stale: 412,
  "too-many": 429,
  unavailable: 503,
};

/** Where HTTP has a more telling status than the kind's. */
const codeStatus: Partial<Record<RefusalCode, number>> = {
  "not-signed-in": 401,
  "body-too-large": 413,
  "import-too-large": 413,
  "content-type-wrong": 415,
  "headers-too-large": 431,
  "request-too-slow": 408,
};

/** What out of scope and non-existent have in common: the very same answer. */
const statusTitles: Readonly<Record<number, string>> = {
  400: "Bad request",
  401: "Not signed in",
  403: "Not allowed",
  404: "Not found",
  408: "Too slow",
  409: "Conflict",
  412: "Changed in the meantime",
  413: "Too large",
  415: "Wrong content type",
  429: "Too many requests",
  431: "Headers too large",
  500: "Fault",
  503: "Not available just now",
};

/** One of the two places where a refusal is translated; everything else is a fault and is never shown. */
export function errorResponse(translate: Translate, log: Log) {
  return (error: unknown, request: Request, response: Response, _next: NextFunction): void => {
    const requestId = requestIdOf(response);
    if (response.headersSent) {
      log.error({ requestId, err: error }, "fault after the answer had begun");
      response.destroy();
      return;
    }
    if (error instanceof SenderGone) {
      log.info({ requestId, method: request.method }, "the sender hung up before all was sent");
      response.destroy();
      return;
    }
    const refusal = error instanceof Refusal ? error : refusalOf(error);
    if (refusal === null) log.error({ requestId, err: error }, "fault");
    if (refusal !== null) logCause(log, refusal, requestId);
    const problem = problemOf(translate, languageOf(request), refusal, requestId);
    const wait = waitSeconds(refusal);
    if (wait !== null) response.setHeader("Retry-After", wait);
    if (problem.status === 401) response.setHeader("WWW-Authenticate", "Bearer");
    // What may still come of such a request is not the next one.
    if (problem.status === 408) response.setHeader("Connection", "close");
    response.status(problem.status).setHeader("Content-Type", "application/problem+json; charset=utf-8");
    response.end(JSON.stringify(problem));
  };
}

/** Most refusals explain themselves; what lies behind the others is for whoever runs this. */
function logCause(log: Log, { kind, code, cause }: Refusal, requestId: string): void {
  if (kind === "unavailable") log.error({ requestId, err: cause, code }, "refused");
  else if (cause !== undefined) log.warn({ requestId, err: cause, code }, "refused");
}

/** What a client reads of a refusal; null is a fault. */
export function problemOf(
  translate: Translate,
  language: Language,
  refusal: Refusal | null,
  requestId: string,
): ProblemAnswer {
  const status = refusal === null ? 500 : (codeStatus[refusal.code] ?? kindStatus[refusal.kind]);
  const sentence = refusal === null ? "refusal.fault" : (`refusal.${refusal.code}` as const);
  const detail = translate(language, sentence, { requestId, ...refusal?.params });
  const errors = refusal === null ? [] : fieldsOf(refusal, detail);
  const challenge = refusal?.params.challenge;
  return {
    type: "about:blank",
    title: statusTitles[status] ?? "Problem",
    status,
    detail,
    code: refusal?.code ?? "fault",
    requestId,
    ...(typeof challenge === "string" && { challenge }),
    ...(errors.length > 0 && { errors }),
  };
}

/** Where in the request the fault lies, of those that lie in one known place. */
const codePath: Partial<Record<RefusalCode, string>> = {
  "cursor-invalid": "cursor",
  "if-match-missing": "If-Match",
  "content-type-wrong": "Content-Type",
  "disposal-in-future": "on",
  "disposal-before-purchase": "on",
  "disposal-certificate-missing": "reference",
};

/** What is invalid always comes with a list; one that names no field is about the request as a whole. */
function fieldsOf(refusal: Refusal, told: string): FieldProblem[] {
  if (refusal.fields.length > 0 || refusal.kind !== "invalid") return [...refusal.fields];
  return [{ path: codePath[refusal.code] ?? "", message: told }];
}

/** How long to wait before trying again; null where that would not help. */
function waitSeconds(refusal: Refusal | null): number | null {
  if (refusal?.kind === "too-many") return Number(refusal.params.seconds ?? 60);
  return refusal?.kind === "unavailable" ? Number(refusal.params.seconds ?? unavailableSeconds) : null;
}

const unavailableSeconds = 5;

/** Express's own refusal of a malformed address, and a body that stopped coming. */
function refusalOf(error: unknown): Refusal | null {
  if (error instanceof SilentSender) return new Refusal("invalid", "request-too-slow");
  return error instanceof URIError ? new Refusal("invalid", "request-invalid") : null;
}
