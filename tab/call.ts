import type { Answer, AnyEndpoint, CallInput } from "../src/contracts/endpoint";
import { CallProblem, problemOf } from "./call-problem";
import { currentToken, renewToken } from "./session/token";

/** Aborts the request, as react-query does when nobody waits for the answer any more. */
interface CallOptions {
  readonly signal?: AbortSignal;
}

/**
 * Calls the server by contract. A 401 is met once with a renewed token.
 * @throws CallProblem what the server refused, or status 0 when it cannot be reached
 */
export async function call<E extends AnyEndpoint>(
  endpoint: E,
  input: CallInput<E> = {},
  options: CallOptions = {},
): Promise<Answer<E>> {
  const response = await answered(endpoint, input, options);
  const body: unknown = response.status === 204 ? undefined : await response.json();
  return endpoint.response.parse(body) as Answer<E>;
}

/** A file that the server makes, with the name to save it by. @throws CallProblem as `call` */
export async function callForFile<E extends AnyEndpoint>(
  endpoint: E,
  input: CallInput<E> = {},
): Promise<{ readonly name: string; readonly content: Blob }> {
  const response = await answered(endpoint, input, {});
  const named = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "");
  return { name: named?.[1] ?? "toolroll", content: await response.blob() };
}

async function answered(
  endpoint: AnyEndpoint,
  input: CallInput<AnyEndpoint>,
  options: CallOptions,
): Promise<Response> {
  const token = endpoint.open ? null : await currentToken();
  let response = await send(endpoint, input, token, options);
  if (response.status === 401 && !endpoint.open) {
    const renewed = await renewToken(token);
    if (renewed !== null) response = await send(endpoint, input, renewed, options);
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function send(
  endpoint: AnyEndpoint,
  input: CallInput<AnyEndpoint>,
  token: string | null,
  { signal }: CallOptions,
): Promise<Response> {
  const headers = new Headers({
    accept: `${endpoint.media}, application/problem+json`,
    "accept-language": document.documentElement.lang,
  });
  if (token !== null) headers.set("authorization", `Bearer ${token}`);
  if (input.etag !== undefined) headers.set("if-match", input.etag);
  const body = bodyOf(endpoint, input.body);
  if (body !== null) headers.set("content-type", endpoint.body === "csv" ? "text/csv" : "application/json");
  const request: RequestInit = { method: endpoint.method, headers, body, credentials: "omit" };
  if (signal !== undefined) request.signal = signal;
  try {
    return await fetch(addressOf(endpoint, input), request);
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new CallProblem(0, "", "");
  }
}

function bodyOf(endpoint: AnyEndpoint, body: unknown): BodyInit | null {
  if (body === undefined) return null;
  if (endpoint.body === "csv") return body as Blob;
  return JSON.stringify(body);
}

/** The path with its parameters filled in, and the query without what is undefined. */
export function addressOf(endpoint: AnyEndpoint, input: CallInput<AnyEndpoint>): string {
  const params = new Map(Object.entries((input.params ?? {}) as Record<string, unknown>));
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params.get(name);
    if (value === undefined) throw new Error(`${endpoint.path} needs ${name}`);
    return encodeURIComponent(String(value));
  });
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined && value !== "") query.set(name, String(value));
  }
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}
