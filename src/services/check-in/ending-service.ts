import { cancelQueued } from "../../database/stores/delivery-store";
import { cancel, endSeries } from "../../domain/check-in";
import type { CheckInView } from "../check-in-overview";
import { step } from "../check-in-service";
import type { ServiceContext } from "../service-context";

/**
 * Sends to nobody who was not asked yet; whoever was may still answer.
 * @throws Refusal not-found; conflict `check-in-not-running`, `check-in-cancelled`
 */
export function cancelCheckIn(context: ServiceContext, actorId: string, id: string): Promise<CheckInView> {
  return step(context, actorId, id, "check-in.cancelled", async (checkIn, tx) => {
    const cancelled = cancel(checkIn);
    await cancelQueued(tx, id);
    return cancelled;
  });
}

/** It is not asked again. @throws Refusal not-found; conflict `series-ended` */
export function endCheckInSeries(context: ServiceContext, actorId: string, id: string): Promise<CheckInView> {
  return step(context, actorId, id, "check-in.series-ended", async (checkIn) => endSeries(checkIn));
}
