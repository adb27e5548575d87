import { afterFailure, type GraphFailure } from "../domain/graph-sync/after-failure";
import type { Clock } from "../platform/clock";
import { GraphFailed, GraphNotPermitted, GraphPlaceLost } from "./graph-problem";
import { type GraphTokens, NoGraphToken } from "./graph-tokens";
import { ForeignLink, type GraphTransport, type RawAnswer } from "./graph-transport";

export type Json = Readonly<Record<string, unknown>>;

export interface GraphConnection {
  readonly transport: GraphTransport;
  readonly tokens: Pick<GraphTokens, "renewed">;
  readonly clock: Clock;
  /** Rests before the next try; rejects when nobody waits for the answer any more. */
  readonly rest: (ms: number) => Promise<void>;
}

/** A Graph that asks for more patience than this has its part fail and keep its old data. */
const longestRestMs = 10 * 60_000;

/**
 * Asks until there is a whole answer, or there will be none.
 * @throws GraphNotPermitted, GraphPlaceLost, GraphFailed
 */
export async function askGraph<T>(
  graph: GraphConnection,
  send: () => Promise<RawAnswer>,
  read: (answer: RawAnswer) => T,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    const outcome = await attempt(send, read);
    if ("value" in outcome) return outcome.value;
    const next = afterFailure(outcome.failure, tries, graph.clock.now());
    if (next.kind === "renew-token") await renewToken(graph);
    else if (next.kind === "wait") await restOrFail(graph, next.ms);
    else throw problemOf(next.kind, outcome.failure);
  }
}

export function getJson(graph: GraphConnection, path: string): Promise<Json> {
  return askGraph(graph, () => graph.transport.send(path), readJson);
}

/** @throws whatever is wrong with the body; the answer then counts as not received */
export function readJson({ text }: RawAnswer): Json {
  const body: unknown = JSON.parse(text);
  if (typeof body !== "object" || body === null) throw new Error("the answer is no object");
  return body as Json;
}

export async function restOrFail(graph: GraphConnection, ms: number): Promise<void> {
  if (ms > longestRestMs) throw new GraphFailed(`Graph asks to wait ${Math.round(ms / 60_000)} minutes`);
  await graph.rest(ms);
}

export async function renewToken({ tokens }: GraphConnection): Promise<void> {
  await tokens.renewed().catch((error: unknown) => {
    throw error instanceof NoGraphToken ? new GraphFailed(error.message) : error;
  });
}

export function problemOf(
  kind: "start-over" | "not-permitted" | "give-up",
  { status, code }: GraphFailure,
): Error {
  const answered = `Graph answered ${status}${code === null ? "" : ` ${code}`}`;
  if (kind === "not-permitted") return new GraphNotPermitted(answered);
  return kind === "start-over" ? new GraphPlaceLost(answered) : new GraphFailed(answered);
}

/** `error.code` of a body that is an error of Graph. */
export function codeOf(body: unknown): string | null {
  const error = typeof body === "object" && body !== null && "error" in body ? body.error : null;
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : null;
  return typeof code === "string" ? code.slice(0, 100) : null;
}

/** A line that broke, a body cut short and a page for people in place of data are all the same: no answer. */
const noAnswer: GraphFailure = { status: 503, code: null, retryAfter: null };

async function attempt<T>(
  send: () => Promise<RawAnswer>,
  read: (answer: RawAnswer) => T,
): Promise<{ value: T } | { failure: GraphFailure }> {
  const answer = await send().catch((error: unknown) => {
    if (error instanceof NoGraphToken) throw new GraphFailed(error.message);
    if (error instanceof ForeignLink) throw new GraphFailed(error.message);
    return null;
  });
  if (answer === null) return { failure: noAnswer };
  if (answer.status >= 400) return { failure: failureOf(answer) };
  try {
    return { value: read(answer) };
  } catch {
    return { failure: noAnswer };
  }
}

function failureOf({ status, headers, text }: RawAnswer): GraphFailure {
  return { status, code: codeOf(jsonOrNull(text)), retryAfter: headers.get("retry-after") };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
