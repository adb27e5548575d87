import { afterFailure, type GraphFailure, mostTries } from "../domain/graph-sync/after-failure";
import { realOrigins } from "../platform/microsoft-origins";
import {
  askGraph,
  codeOf,
  type GraphConnection,
  type Json,
  problemOf,
  readJson,
  renewToken,
  restOrFail,
} from "./graph-caller";
import { followed, itemsOf, linkIn } from "./graph-list";
import { GraphFailed, GraphPlaceLost } from "./graph-problem";

/** Graph takes no more in one batch. */
const batchSize = 20;

/** One list that is read among others. */
interface Reading {
  readonly path: string;
  at: string;
  tries: number;
  items: Json[];
  seen: Set<string>;
}

interface BatchAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * Reads many short lists, twenty pages a call. Each answer is judged by itself: a throttled one is asked again after its
 * own `Retry-After`, and the answers come in any order.
 * @param onList is given every list once, whole; null for one that is not there any more
 * @throws GraphNotPermitted, GraphFailed
 */
export async function readLists(
  graph: GraphConnection,
  paths: readonly string[],
  onList: (path: string, items: readonly Json[] | null) => Promise<void>,
): Promise<void> {
  const open = paths.map(newReading);
  while (open.length > 0) {
    const asked = open.splice(0, batchSize);
    const answers = await post(graph, asked);
    let restMs = 0;
    let renew = false;
    for (const [place, reading] of asked.entries()) {
      const answer = answers.get(String(place + 1));
      const next = judge(graph, reading, answer);
      if (next.kind === "done") await onList(reading.path, next.items);
      else {
        // A list that goes on goes first, so that few are held half read.
        if (next.restMs === 0) open.unshift(reading);
        else open.push(reading);
        restMs = Math.max(restMs, next.restMs);
        renew ||= next.renew;
      }
    }
    if (renew) await renewToken(graph);
    if (restMs > 0) await restOrFail(graph, restMs);
  }
}

function newReading(path: string): Reading {
  return { path, at: path, tries: 1, items: [], seen: new Set() };
}

type Judged =
  | { readonly kind: "done"; readonly items: readonly Json[] | null }
  | { readonly kind: "again"; readonly restMs: number; readonly renew: boolean };

const noAnswer: GraphFailure = { status: 503, code: null, retryAfter: null };

function judge(graph: GraphConnection, reading: Reading, answer: BatchAnswer | undefined): Judged {
  if (answer?.status === 404) return { kind: "done", items: null };
  if (answer?.status !== 200) return again(graph, reading, failureOf(answer));
  try {
    const body = answer.body as Json;
    reading.items.push(...itemsOf(body));
    const link = followed(graph, linkIn(body, "@odata.nextLink"), reading.seen);
    if (link === null) return { kind: "done", items: reading.items };
    Object.assign(reading, { at: link, tries: 1 });
    return { kind: "again", restMs: 0, renew: false };
  } catch (error) {
    if (error instanceof GraphPlaceLost) return startOver(reading, error);
    return again(graph, reading, noAnswer);
  }
}

function again(graph: GraphConnection, reading: Reading, failure: GraphFailure): Judged {
  const next = afterFailure(failure, reading.tries, graph.clock.now());
  switch (next.kind) {
    case "wait":
      reading.tries += 1;
      return { kind: "again", restMs: next.ms, renew: false };
    case "renew-token":
      Object.assign(reading, { tries: reading.tries + 1 });
      return { kind: "again", restMs: 0, renew: true };
    case "start-over":
      return startOver(reading, problemOf(next.kind, failure));
    default:
      throw problemOf(next.kind, failure);
  }
}

function startOver(reading: Reading, problem: Error): Judged {
  if (reading.tries >= mostTries) throw new GraphFailed(problem.message);
  Object.assign(reading, newReading(reading.path), { tries: reading.tries + 1 });
  return { kind: "again", restMs: 0, renew: false };
}

async function post(graph: GraphConnection, asked: readonly Reading[]): Promise<Map<string, BatchAnswer>> {
  const requests = asked.map(({ at }, place) => ({
    id: String(place + 1),
    method: "GET",
    url: relative(at),
  }));
  const send = () => graph.transport.send("/$batch", { requests });
  const responses = await askGraph(graph, send, (answer) => {
    const body = readJson(answer);
    if (!Array.isArray(body.responses)) throw new Error("the answer to a batch holds no answers");
    return body.responses as readonly BatchAnswer[];
  });
  return new Map(responses.map((response) => [response.id, response]));
}

function relative(at: string): string {
  const version = `${realOrigins.graph}/v1.0`;
  return at.startsWith(`${version}/`) ? at.slice(version.length) : at;
}

function failureOf(answer: BatchAnswer | undefined): GraphFailure {
  if (answer === undefined) return noAnswer;
  const { status, headers = {}, body } = answer;
  const named = Object.entries(headers).find(([name]) => name.toLowerCase() === "retry-after");
  return { status, code: codeOf(body), retryAfter: named === undefined ? null : String(named[1]) };
}
