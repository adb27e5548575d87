import autocannon from "autocannon";
import type { BenchRequest } from "./cases";
import type { Contender } from "./contender";

export interface Load {
  readonly perSecond: number;
  readonly p99Ms: number;
}

/**
 * Puts a contender under load, its requests in turn.
 * @throws Error when anything but the expected status came back: a fast wrong answer is no answer
 */
export async function load(
  contender: Contender,
  requests: readonly BenchRequest[],
  options: { readonly connections: number; readonly seconds: number; readonly mayAnswerNone?: boolean },
): Promise<Load> {
  const result = await autocannon({
    url: contender.url,
    connections: options.connections,
    duration: options.seconds,
    sampleInt: 100,
    headers: { ...contender.headers },
    requests: requests.map((request) => asRequest(contender, request)),
  });
  const good = result["2xx"];
  if ((good === 0 && !options.mayAnswerNone) || result.non2xx + result.errors + result.timeouts > 0) {
    throw new Error(
      `${requests[0]?.path}: ${good} good answers, ${result.non2xx} others, ${result.errors} errors, ` +
        `${result.timeouts} time-outs`,
    );
  }
  // Whoever answered nobody in all that time is given the benefit of having been about to.
  return { perSecond: Math.max(good, 1) / result.duration, p99Ms: result.latency.p99 };
}

function asRequest(contender: Contender, request: BenchRequest): autocannon.Request {
  const { body, path } = request;
  if (body === undefined) return { method: "GET", path };
  return {
    method: "POST",
    path,
    headers: { ...contender.headers, "Content-Type": "application/json" },
    setupRequest: (sent) => ({ ...sent, body: JSON.stringify(body()) }),
  };
}
