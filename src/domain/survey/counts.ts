import type { Band } from "./scale";

/** The people of one group who answered one survey: how many in each band of one item, and how many are not scored. */
export interface BandCounts extends Readonly<Record<Band, number>> {
  readonly unscored: number;
}

export const noCounts: BandCounts = { favourable: 0, neutral: 0, unfavourable: 0, unscored: 0 };

export function scored(counts: BandCounts): number {
  return counts.favourable + counts.neutral + counts.unfavourable;
}

export function sum(a: BandCounts, b: BandCounts): BandCounts {
  return {
    favourable: a.favourable + b.favourable,
    neutral: a.neutral + b.neutral,
    unfavourable: a.unfavourable + b.unfavourable,
    unscored: a.unscored + b.unscored,
  };
}

export interface CountRange {
  readonly min: number;
  readonly max: number;
}

/** Exact, or a range where the exact count would say that nearly nobody or nearly everybody answered so. */
export type PublishedCount = number | CountRange;

/** Counts under 3 become 0-2 and counts over n-3 become (n-2)-n. */
export function code(count: number, n: number): PublishedCount {
  if (count < 3) return { min: 0, max: 2 };
  if (count > n - 3) return { min: n - 2, max: n };
  return count;
}

export function rangeOf(count: PublishedCount): CountRange {
  return typeof count === "number" ? { min: count, max: count } : count;
}
