import compression from "compression";
import type { Request, RequestHandler, Response } from "express";
import findMyWay, { type HTTPMethod, type HTTPVersion } from "find-my-way";
import type { AnyEndpoint, Input, Output } from "../contracts/endpoint";
import type { Language } from "../contracts/text/bilingual";
import type { Translate } from "../contracts/text/catalogue";
import { can, type Right } from "../domain/permission";
import { Refusal } from "../domain/refusal";
import { bearerToken } from "../platform/bearer-token";
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

export interface DispatchOptions {
  readonly guard: Guard;
  readonly translate: Translate;
  readonly count: CountRequest;
}

/**
 * One handler for all routes; what is none of them goes on to the next. A route without a right, or open without its
 * contract saying so, stops the start.
 */
export function dispatch(routes: readonly Route[], options: DispatchOptions): RequestHandler {
  const paths = findMyWay<HTTPVersion.V1>({
    ignoreTrailingSlash: true,
    maxParamLength: longestParameter,
    onBadUrl: refuseAddress,
  });
  for (const route of routes) {
    refuseUnguarded(route);
    const { method, path } = route.endpoint;
    paths.on(method, path.replace(/\{(\w+)\}/g, ":$1"), nowhere, respond(route, options));
  }
  return (request, response, next) => {
    const method = request.method === "HEAD" ? "GET" : (request.method as HTTPMethod);
    const found = paths.find(method, pathOf(request.url));
    if (found === null) return next();
    if (found.store === null) return refuseAddress();
    request.params = found.params as Request["params"];
    return (found.store as ReturnType<typeof respond>)(request, response);
  };
}

/** `find` says where a request goes; nothing is sent there by the table itself. */
function nowhere(): void {}

/** No address is longer than this, so that the contract says what is wrong with an id. */
const longestParameter = 16_384;

/** @throws Refusal invalid `request-invalid`: the address cannot be decoded */
function refuseAddress(): never {
  throw new Refusal("invalid", "request-invalid");
}

function pathOf(url: string): string {
  const query = url.indexOf("?");
  return query < 0 ? url : url.slice(0, query);
}

function respond(route: Route, options: DispatchOptions) {
  const { endpoint, right } = route;
  const parse: ParseRequest = parserOf(endpoint);
  const kind = limitedKindOf(endpoint.method, endpoint.path, endpoint.open);
  const encode = route.encoded ? ({ json }: Encoded) => json : encoderOf(endpoint.response);
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
      ownToken: () => bearerToken(request),
      prefersHtml: request.headers.accept?.includes("text/html") ?? false,
    } as ApiRequest);
    if (answer instanceof FileAnswer) {
      compress(request, response, () => {});
      return sendFile(response, answer);
    }
    send(endpoint, request, response, answer, encode as (answer: unknown) => Encoded["json"]);
  };
}

/** Made at the end, for the answers that are long enough: wrapping a response costs more than sending a short one. */
const compress = compression({ threshold: 0 });
const compressFromBytes = 1024;

function send(
  endpoint: AnyEndpoint,
  request: Request,
  response: Response,
  answer: unknown,
  encode: (answer: unknown) => Encoded["json"],
): void {
  response.statusCode = endpoint.status;
  if (endpoint.status === 204) {
    response.end();
    return;
  }
  const json = encode(answer);
  const { etag, id } = answer as { etag?: unknown; id?: unknown };
  if (typeof etag === "string") response.setHeader("ETag", etag);
  if (endpoint.status === 201 && typeof id === "string") {
    response.setHeader("Location", `${endpoint.location ?? endpoint.path}/${encodeURIComponent(id)}`);
  }
  response.setHeader("Content-Type", "application/json; charset=utf-8");
  const length = Buffer.byteLength(json);
  if (length >= compressFromBytes) compress(request, response, () => {});
  response.setHeader("Content-Length", length);
  response.end(json);
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
