import { findCheckIn } from "../../database/stores/check-in-store";
import { findDelivery } from "../../database/stores/delivery-store";
import type { ServiceContext } from "../service-context";

/** Whether a delivery asks somebody in a wave how far they are. */
export function isStepDelivery(context: ServiceContext, deliveryId: string): Promise<boolean> {
  return context.gateway.read(async (reader) => {
    const delivery = await findDelivery(reader, deliveryId);
    const checkIn = delivery && (await findCheckIn(reader, delivery.checkInId));
    return checkIn?.purpose === "rollout-step";
  });
}
