import { setImmediate as nextTurn } from "node:timers/promises";

/** Rows worked on without a pause; other requests run in between. */
const batch = 250;

/** @param worked told what came of further ones */
export async function inBatches<T, R>(
  items: readonly T[],
  work: (item: T) => R,
  worked?: (results: readonly R[]) => void,
): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += batch) {
    if (start > 0) await nextTurn();
    const some = items.slice(start, start + batch).map(work);
    results.push(...some);
    worked?.(some);
  }
  return results;
}
