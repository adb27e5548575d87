import { type Day, daysAfter } from "../instant";

/** When a wave will have reached everybody, if people go on as they did. */
export interface Forecast {
  /** `unknown` while too few have confirmed to say anything. */
  readonly state: "done" | "unknown" | "expected";
  readonly earliest: Day | null;
  /** Null where at the slow end it never comes to an end. */
  readonly latest: Day | null;
}

/** Only the last weeks say how it goes now. */
export const forecastWindowDays = 14;
/** Fewer tell nothing about how fast it goes. */
const fewest = 5;
/** Both sides together nine times in ten. */
const z = 1.645;
/** Beyond this a day is no plan but a number. */
const horizonDays = 730;

/**
 * How many confirmed in a window is taken for a Poisson count; its square root varies alike whatever its size (Anscombe 1948:
 * root of the count plus 3/8, with a variance of 1/4), which gives a range for the rate and so for the day.
 * @param confirmed within the last `days` days
 * @param remaining of those it is meant for
 */
export function forecast(remaining: number, confirmed: number, days: number, today: Day): Forecast {
  if (remaining <= 0) return { state: "done", earliest: null, latest: null };
  if (confirmed < fewest || days < 1) return { state: "unknown", earliest: null, latest: null };
  const root = Math.sqrt(confirmed + 3 / 8);
  const rate = (side: number) => (Math.max(0, root + (side * z) / 2) ** 2 - 3 / 8) / days;
  return {
    state: "expected",
    earliest: dayAt(remaining, rate(1), today),
    latest: dayAt(remaining, rate(-1), today),
  };
}

function dayAt(remaining: number, rate: number, today: Day): Day | null {
  const days = rate > 0 ? Math.ceil(remaining / rate) : Number.POSITIVE_INFINITY;
  return days > horizonDays ? null : daysAfter(today, days);
}
