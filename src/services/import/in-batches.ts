import { setImmediate as nextTurn } from "node:timers/promises";

/** Rows worked on without a pause; other requests run in between. */
const batch = 250;

/** @param worked told how many more have been worked on */
export async function inBatches<T, R>(
  items: readonly T[],
  work: (item: T) => R,
  worked?: (count: number) => void,
): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += batch) {
    if (start > 0) await nextTurn();
    const some = items.slice(start, start + batch);
    for (const item of some) results.push(work(item));
    worked?.(some.length);
  }
  return results;
}
