import { setImmediate as nextTurn } from "node:timers/promises";

/** Rows worked on without a pause; other requests run in between. */
const batch = 250;

export async function inBatches<T, R>(items: readonly T[], work: (item: T) => R): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += batch) {
    if (start > 0) await nextTurn();
    for (const item of items.slice(start, start + batch)) results.push(work(item));
  }
  return results;
}
