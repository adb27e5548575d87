import { type PublishedCount, rangeOf } from "./counts";

/** Published figures of one statement: a coded count leaves open where in its range the share lies. */
export interface Released {
  readonly n: number;
  readonly favourable: PublishedCount;
}

/**
 * Per cent who are confident, at least and at most; of several statements the least favourable counts. Null where nothing
 * was published. Uses nothing else.
 */
export function leastConfident(
  released: readonly Released[],
): { readonly low: number; readonly high: number } | null {
  const shares = released.flatMap(({ n, favourable }) => {
    const { min, max } = rangeOf(favourable);
    return n > 0 ? [{ low: (100 * min) / n, high: (100 * max) / n }] : [];
  });
  if (shares.length === 0) return null;
  const least = (side: "low" | "high") => Math.min(...shares.map((share) => share[side]));
  return { low: least("low"), high: least("high") };
}
