import type { Interval } from "./interval";

export type Trend = "up" | "down" | "no-clear-change";

/** A released favourable percentage with its interval; the percentage is null where the count behind it is coded. */
export interface Estimate {
  readonly favourablePercent: number | null;
  readonly interval: Interval;
}

/**
 * Compares two released figures. With both percentages known, the interval of their difference is Newcombe's (1998, method 10),
 * made from the two intervals; where one is coded, only intervals that do not touch say anything.
 */
export function trend(before: Estimate, after: Estimate): Trend {
  const p1 = before.favourablePercent;
  const p2 = after.favourablePercent;
  if (p1 === null || p2 === null) return apart(before.interval, after.interval);
  const difference = p2 - p1;
  const low = difference - Math.hypot(p2 - after.interval[0], before.interval[1] - p1);
  const high = difference + Math.hypot(after.interval[1] - p2, p1 - before.interval[0]);
  if (low > 0) return "up";
  return high < 0 ? "down" : "no-clear-change";
}

function apart(before: Interval, after: Interval): Trend {
  if (after[0] > before[1]) return "up";
  return after[1] < before[0] ? "down" : "no-clear-change";
}

/**
 * How each figure of a series stands to the last one before it that was released; null where there is none, or it is hidden itself.
 * Only released figures are compared, so a series tells nothing that its releases do not.
 */
export function changesOver(series: readonly (Estimate | null)[]): (Trend | null)[] {
  return series.map((after, at) => {
    const before = series.slice(0, at).findLast((one) => one !== null) ?? null;
    return after === null || before === null ? null : trend(before, after);
  });
}
