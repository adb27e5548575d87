import { recordEvents } from "../../database/stores/audit-store";
import { findCheckIn } from "../../database/stores/check-in-store";
import { lockDelivery } from "../../database/stores/delivery-store";
import { queueAgain } from "../../database/stores/reminder-store";
import { refuseRetry } from "../../domain/check-in/retry";
import { toInstant } from "../../domain/instant";
import { Refusal } from "../../domain/refusal";
import type { ServiceContext } from "../service-context";

/**
 * Tries one person again; whether and when a message goes out is then decided as for everybody else.
 * @throws Refusal not-found; conflict `check-in-closed`, `delivery-not-retried`
 */
export function retryDelivery(
  context: ServiceContext,
  actorId: string,
  checkInId: string,
  deliveryId: string,
): Promise<void> {
  return context.gateway.write(async (tx) => {
    const checkIn = await findCheckIn(tx, checkInId);
    const delivery = await lockDelivery(tx, deliveryId);
    if (checkIn === null || delivery === null || delivery.checkInId !== checkInId) {
      throw new Refusal("not-found", "not-found");
    }
    refuseRetry(delivery, checkIn);
    const at = toInstant(context.clock.now());
    await queueAgain(tx, deliveryId, at);
    const changes = [
      { field: "personId", from: null, to: delivery.personId },
      { field: "state", from: delivery.state, to: "queued" },
    ];
    const subject = { subjectKind: "check-in", subjectId: checkInId, action: "check-in.retried" };
    const head = { id: context.newId(), at, actorId, door: "tab" as const };
    await recordEvents(tx, [{ ...head, ...subject, changes, reason: null }]);
  });
}
