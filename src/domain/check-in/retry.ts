import type { CheckIn } from "../check-in";
import type { Delivery } from "../delivery";
import { Refusal } from "../refusal";

/** What somebody else decided stays decided; everything else that did not arrive can be tried again. */
export function canRetry({ state, reason }: Pick<Delivery, "state" | "reason">): boolean {
  if (state === "skipped") return reason !== "opted-out" && reason !== "left";
  return state === "blocked" || state === "uncertain";
}

/** @throws Refusal conflict `check-in-closed`, `delivery-not-retried` */
export function refuseRetry(
  delivery: Pick<Delivery, "state" | "reason">,
  checkIn: Pick<CheckIn, "state">,
): void {
  if (checkIn.state !== "running" && checkIn.state !== "paused") {
    throw new Refusal("conflict", "check-in-closed");
  }
  if (!canRetry(delivery)) throw new Refusal("conflict", "delivery-not-retried");
}
