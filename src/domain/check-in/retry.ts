import type { CheckIn } from "../check-in";
import type { Delivery } from "../delivery";
import { Refusal } from "../refusal";

/** What somebody else decided stays decided; everything else that did not arrive can be tried again. */
export function canRetry({ state, reason }: Pick<Delivery, "state" | "reason">): boolean {
  if (state === "skipped") return reason !== "opted-out" && reason !== "left" && reason !== "cancelled";
  return state === "blocked" || state === "uncertain";
}

/** @throws Refusal conflict `check-in-closed`, `check-in-cancelled`, `delivery-not-retried` */
export function refuseRetry(
  delivery: Pick<Delivery, "state" | "reason">,
  checkIn: Pick<CheckIn, "state" | "cancelled">,
): void {
  if (checkIn.state !== "running" && checkIn.state !== "paused") {
    throw new Refusal("conflict", "check-in-closed");
  }
  if (checkIn.cancelled) throw new Refusal("conflict", "check-in-cancelled");
  if (!canRetry(delivery)) throw new Refusal("conflict", "delivery-not-retried");
}
