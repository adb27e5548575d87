import { addDays, type Day, toInstant } from "../instant";

/** Whole years since the purchase, the last from five on. */
export const ageBands = ["0", "1", "2", "3", "4", "5", "unknown"] as const;
export type AgeBand = (typeof ageBands)[number];

/** The days from which on a purchase is less than one, two, three, four and five years ago. */
export function ageLimits(now: Date): readonly Day[] {
  const tomorrow = toInstant(addDays(now, 1)).slice(0, 10);
  return [1, 2, 3, 4, 5].map((years) => `${Number(tomorrow.slice(0, 4)) - years}${tomorrow.slice(4)}`);
}

/** What was bought a year ago to the day is one year old; what was bought in the future is new. */
export function ageBand(purchaseDate: Day | null, now: Date): AgeBand {
  if (purchaseDate === null) return "unknown";
  const years = ageLimits(now).findIndex((limit) => purchaseDate >= limit);
  return ageBands[years === -1 ? 5 : years] ?? "unknown";
}
