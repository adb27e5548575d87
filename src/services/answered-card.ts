import { findCheckIn } from "../database/stores/check-in-store";
import { findConversation } from "../database/stores/conversation-store";
import { findDelivery } from "../database/stores/delivery-store";
import { findKitResponse } from "../database/stores/kit-response-store";
import { countsOf } from "../domain/kit-answer";
import type { AnsweredCheckIn, Messenger } from "./messenger";
import type { ServiceContext } from "./service-context";

/** Lets the card in Teams say what was answered elsewhere. Does nothing where no card was sent. */
export async function showAnswered(
  context: ServiceContext,
  messenger: Messenger,
  deliveryId: string,
): Promise<void> {
  const answered = await context.gateway.read(async (reader): Promise<AnsweredCheckIn | null> => {
    const delivery = await findDelivery(reader, deliveryId);
    if (delivery?.state !== "answered" || delivery.activityId === null) return null;
    const known = await findConversation(reader, delivery.personId);
    const checkIn = await findCheckIn(reader, delivery.checkInId);
    const response = await findKitResponse(reader, deliveryId);
    if (known === null || known.removed || checkIn === null || response === null) return null;
    const { removed: _, ...conversation } = known;
    return {
      deliveryId,
      conversation,
      activityId: delivery.activityId,
      title: checkIn.title,
      answeredAt: response.answeredAt,
      ...countsOf(response),
    };
  });
  if (answered !== null) await messenger.replaceAnswered(answered);
}
