import { type Request, type Response, Router } from "express";
import type { AnyEndpoint, Input, Output } from "../contracts/endpoint";
import type { Language } from "../contracts/text/bilingual";
import type { Translate } from "../contracts/text/catalogue";
import { can, type Right } from "../domain/permission";
import { Refusal } from "../domain/refusal";
import type { ApiRequest } from "./api-request";
import { type Encoded, encoderOf } from "./encoder";
import { versionOf } from "./etag";
import { FileAnswer, sendFile } from "./file-answer";
import { type ParseRequest, parserOf } from "./parse-request";
import { type CountRequest, limitedKindOf } from "./rate-limit";

/** One endpoint with the right it takes and what it does; made by `handle` or `handleOpen`. */
export interface Route {
  readonly endpoint: AnyEndpoint;
  /** `open` is for endpoints that say so in their contract too. */
  readonly right: Right | "open";
  readonly run: (input: unknown, request: ApiRequest) => Promise<unknown>;
  /** `run` answers with `Encoded`. */
  readonly encoded?: true;
}

/** An endpoint for signed-in callers who hold the right. */
export function handle<E extends AnyEndpoint>(
  endpoint: E,
  right: Right,
  run: (input: Input<E>, request: ApiRequest) => Promise<Output<E>>,
): Route {
  return { endpoint, right, run: (input, request) => run(input as Input<E>, request) };
}

/** An endpoint that encodes its answer itself, with an encoder that was held to the contract when it was made. */
export function handleEncoded<E extends AnyEndpoint>(
  endpoint: E,
  right: Right,
  run: (input: Input<E>, request: ApiRequest) => Promise<Encoded>,
): Route {
  return { endpoint, right, run: (input, request) => run(input as Input<E>, request), encoded: true };
}

/** An endpoint that answers with a file, at least when the client asks for one. */
export function handleFile<E extends AnyEndpoint>(
  endpoint: E,
  right: Right,
  run: (input: Input<E>, request: ApiRequest) => Promise<Output<E> | FileAnswer>,
): Route {
  return { endpoint, right, run: (input, request) => run(input as Input<E>, request) };
}

/** An endpoint before signing in: there is no caller. */
export function handleOpen<E extends AnyEndpoint>(
  endpoint: E,
  run: (input: Input<E>) => Promise<Output<E>>,
): Route {
  return { endpoint, right: "open", run: (input) => run(input as Input<E>) };
}

/** As `handleOpen`, answering with a file. */
export function handleOpenFile<E extends AnyEndpoint>(
  endpoint: E,
  run: (input: Input<E>, request: Pick<ApiRequest, "translate">) => Promise<FileAnswer>,
): Route {
  return { endpoint, right: "open", run: (input, request) => run(input as Input<E>, request) };
}

/** Who calls; refuses with `not-signed-in`. */
export type Guard = (request: Request) => Promise<ApiRequest["caller"]>;

export interface MountOptions {
  readonly guard: Guard;
  readonly translate: Translate;
  readonly count: CountRequest;
}

/**
 * Puts routes on a router. A route without a right, or open without its contract saying so, stops the start.
 * Literal paths go first, so that `/devices/summary` is not taken for a device's id.
 */
export function mount(router: Router, routes: readonly Route[], options: MountOptions): void {
  const literalFirst = [...routes].sort((a, b) => parameters(a.endpoint) - parameters(b.endpoint));
  const branches = new Map<string, Router>();
  for (const route of literalFirst) {
    refuseUnguarded(route);
    const { method, path } = route.endpoint;
    const [branch, rest] = branchOf(path);
    const verb = method.toLowerCase() as "get" | "post" | "put" | "patch" | "delete";
    const into = branches.get(branch) ?? Router();
    if (!branches.has(branch)) router.use(branch, into);
    branches.set(branch, into);
    into[verb](rest.replace(/\{(\w+)\}/g, ":$1"), respond(route, options));
  }
}

/** The router tries one route after the other: a branch for each resource keeps that short however many there are. */
function branchOf(path: string): [branch: string, rest: string] {
  const [, first = "", second = "", ...rest] = path.split("/");
  return [`/${first}/${second}`, `/${rest.join("/")}`];
}

function respond(route: Route, options: MountOptions) {
  const { endpoint, right } = route;
  const parse: ParseRequest = parserOf(endpoint);
  const kind = limitedKindOf(endpoint.method, endpoint.path, endpoint.open);
  const encode = route.encoded ? ({ text }: Encoded) => text : encoderOf(endpoint.response);
  return async (request: Request, response: Response): Promise<void> => {
    const caller = right === "open" ? undefined : await options.guard(request);
    options.count(kind, caller?.person.id ?? request.socket.remoteAddress ?? "");
    if (right !== "open" && (caller === undefined || !can(caller, right))) {
      throw new Refusal("not-allowed", "not-allowed");
    }
    const input = await parse(request);
    const version = endpoint.ifMatch ? versionOf(request.headers["if-match"]) : 0;
    const language = languageOf(request);
    const answer = await route.run(input, {
      caller,
      language,
      translate: options.translate,
      version,
      prefersHtml: request.headers.accept?.includes("text/html") ?? false,
    } as ApiRequest);
    if (answer instanceof FileAnswer) return sendFile(response, answer);
    send(endpoint, response, answer, encode as (answer: unknown) => string);
  };
}

function send(
  endpoint: AnyEndpoint,
  response: Response,
  answer: unknown,
  encode: (answer: unknown) => string,
): void {
  response.statusCode = endpoint.status;
  if (endpoint.status === 204) {
    response.end();
    return;
  }
  const text = encode(answer);
  const { etag, id } = answer as { etag?: unknown; id?: unknown };
  if (typeof etag === "string") response.setHeader("ETag", etag);
  if (endpoint.status === 201 && typeof id === "string") {
    response.setHeader("Location", `${endpoint.path}/${encodeURIComponent(id)}`);
  }
  response.setHeader("Content-Type", "application/json; charset=utf-8");
  // Said here because the compressing wrapper would otherwise send even short answers in chunks.
  response.setHeader("Content-Length", Buffer.byteLength(text));
  response.end(text);
}

/** The language that refusals and import problems are told in. */
export function languageOf(request: Pick<Request, "headers">): Language {
  return /^cy\b/i.test(request.headers["accept-language"] ?? "") ? "cy" : "en";
}

function refuseUnguarded(route: Route): void {
  const { method, path, open } = route.endpoint;
  if (!route.right || open !== (route.right === "open")) {
    throw new Error(`${method} ${path} names no right, or is open without its contract saying so`);
  }
}

function parameters(endpoint: AnyEndpoint): number {
  return endpoint.path.split("{").length - 1;
}
