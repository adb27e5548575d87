import { type CheckIn, takesAnswers } from "../check-in";
import type { Delivery } from "../delivery";
import { type Instant, toInstant } from "../instant";
import { Refusal } from "../refusal";
import { type GoodTimes, type Snooze, snoozedUntil } from "./good-time";

/**
 * The question after its person has said "not now": it comes again then.
 * @throws Refusal conflict `check-in-closed`, `answered-already`, `snooze-too-late` when it closes before then
 */
export function snoozeDelivery(
  delivery: Pick<Delivery, "state">,
  checkIn: Pick<CheckIn, "state" | "closesAt"> | null,
  times: GoodTimes,
  snooze: Snooze,
  now: Date,
): Instant {
  if (checkIn === null || !takesAnswers(checkIn, now)) throw new Refusal("conflict", "check-in-closed");
  if (delivery.state === "answered") throw new Refusal("conflict", "answered-already");
  const until = toInstant(snoozedUntil(times, snooze, now));
  if (until >= checkIn.closesAt) throw new Refusal("conflict", "snooze-too-late");
  return until;
}
