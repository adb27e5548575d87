import { isDeepStrictEqual } from "node:util";
import type { BenchCase, BenchRequest } from "./cases";
import type { Contender } from "./contender";

/** @throws Error when the contenders do not answer alike: then comparing their speed means nothing. */
export async function refuseDifferentAnswers(
  { name }: BenchCase,
  requests: readonly BenchRequest[],
  ours: Contender,
  bare: Contender,
): Promise<void> {
  for (const request of requests) {
    const body = request.body && JSON.stringify(request.body());
    const [a, b] = await Promise.all([answerOf(ours, request, body), answerOf(bare, request, body)]);
    if (isDeepStrictEqual(a, b)) continue;
    throw new Error(
      `${name}: the servers answer differently to ${request.path}\nours: ${excerpt(a)}\nbare: ${excerpt(b)}`,
    );
  }
}

async function answerOf(contender: Contender, { path }: BenchRequest, body: string | undefined) {
  const headers = { ...contender.headers, ...(body ? { "Content-Type": "application/json" } : {}) };
  const response = await fetch(contender.url + path, {
    headers,
    ...(body ? { method: "POST", body } : {}),
  });
  const answer = JSON.parse(await response.text(), asOfTheDay) as Record<string, unknown>;
  // A new device gets an id of its own from each.
  return { status: response.status, answer: body ? { ...answer, id: null } : answer };
}

/** What is read as it is now carries the moment at which it was asked: that is another for each. */
function asOfTheDay(name: string, value: unknown): unknown {
  return name === "asOf" && typeof value === "string" ? value.slice(0, 10) : value;
}

function excerpt(value: unknown): string {
  return JSON.stringify(value).slice(0, 1_000);
}
