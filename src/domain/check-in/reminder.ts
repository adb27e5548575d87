import { type Instant, toInstant } from "../instant";
import { type GoodTimes, workingDaysBefore } from "./good-time";

export const mostReminders = 2;

/** A reminder comes after 3 working days without an answer, and the second one after 5 in all. */
const waits = [3, 2] as const;

/**
 * Whom the next reminder goes to: those whom the last message reached no later than this.
 * @param reminded how many reminders they have had
 * @returns null when there is no further one
 */
export function remindedSince(times: GoodTimes, reminded: number, now: Date): Instant | null {
  const days = waits[reminded];
  return days === undefined ? null : toInstant(workingDaysBefore(times, now, days));
}
