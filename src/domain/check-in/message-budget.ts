import { addDays, type Instant, toInstant } from "../instant";

/** Over how many days messages to a person are counted. */
export const budgetDays = 30;

/** Messages before this no longer count. */
export function budgetSince(now: Date): Instant {
  return toInstant(addDays(now, -budgetDays));
}

/**
 * When one message more fits.
 * @param sent when a person got messages, in any order; all check-ins together
 * @returns null when it fits now
 */
export function budgetFreeAt(sent: readonly Instant[], budget: number, now: Date): Instant | null {
  const since = budgetSince(now);
  const counted = sent.filter((at) => at > since).sort();
  const last = counted[counted.length - budget];
  return last === undefined ? null : toInstant(addDays(new Date(last), budgetDays));
}
