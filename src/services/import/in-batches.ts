import { setImmediate as nextTurn } from "node:timers/promises";

/** Rows worked on without a pause; other requests run in between. */
const batch = 125;

/** @param worked told what came of further ones, and waited for */
export async function inBatches<T, R>(
  items: readonly T[],
  work: (item: T) => R,
  worked?: (results: readonly R[]) => Promise<void> | undefined,
): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += batch) {
    if (start > 0) await nextTurn();
    const some = items.slice(start, start + batch).map((item) => work(item));
    results.push(...some);
    await worked?.(some);
  }
  return results;
}
