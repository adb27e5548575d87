import type { Reader } from "../database/gateway";
import { findAssignment } from "../database/stores/assignment-store";
import { findCheckIn } from "../database/stores/check-in-store";
import { findConversation } from "../database/stores/conversation-store";
import { assignmentQueue, findDelivery } from "../database/stores/delivery-store";
import { findKitResponse } from "../database/stores/kit-response-store";
import { findReviewItem } from "../database/stores/licence-review-store";
import { countsOf } from "../domain/kit-answer";
import { licenceQuestion } from "./licence/review-answering";
import type { AnsweredAssignment, AnsweredCheckIn, Messenger } from "./messenger";
import type { ServiceContext } from "./service-context";

/** Lets the card in Teams say what was answered elsewhere. Does nothing where no card was sent. */
export async function showAnswered(
  context: ServiceContext,
  messenger: Messenger,
  deliveryId: string,
): Promise<void> {
  const show = await context.gateway.read(async (reader): Promise<(() => Promise<void>) | null> => {
    const delivery = await findDelivery(reader, deliveryId);
    if (delivery?.state !== "answered" || delivery.activityId === null) return null;
    const { activityId, checkInId, personId } = delivery;
    const known = await findConversation(reader, personId);
    if (known === null || known.removed) return null;
    const { removed: _, ...conversation } = known;
    const shown = { deliveryId, conversation, activityId };
    if (checkInId === assignmentQueue) {
      const assignment = await answeredAssignment(reader, shown);
      return assignment && (() => messenger.replaceAssignment(assignment));
    }
    const checkIn = await answeredCheckIn(reader, shown, checkInId);
    return checkIn && (() => messenger.replaceAnswered(checkIn));
  });
  await show?.();
}

type Shown = Pick<AnsweredCheckIn, "deliveryId" | "conversation" | "activityId">;

async function answeredCheckIn(
  reader: Reader,
  shown: Shown,
  checkInId: string,
): Promise<AnsweredCheckIn | null> {
  const checkIn = await findCheckIn(reader, checkInId);
  if (checkIn === null) return null;
  const { title } = checkIn;
  const licence = await answeredLicence(reader, shown.deliveryId);
  if (licence !== null) return { ...shown, title, confirmed: 0, problems: 0, ...licence };
  const response = await findKitResponse(reader, shown.deliveryId);
  if (response === null) return null;
  return { ...shown, title, licence, answeredAt: response.answeredAt, ...countsOf(response) };
}

async function answeredLicence(
  reader: Reader,
  deliveryId: string,
): Promise<Pick<AnsweredCheckIn, "licence" | "answeredAt"> | null> {
  const question = await licenceQuestion(reader, deliveryId);
  const item = question && (await findReviewItem(reader, deliveryId));
  if (item?.answer == null || item.answeredAt === null || question === null) return null;
  return { licence: { productName: question.productName, answer: item.answer }, answeredAt: item.answeredAt };
}

async function answeredAssignment(reader: Reader, shown: Shown): Promise<AnsweredAssignment | null> {
  const asked = await findAssignment(reader, shown.deliveryId);
  if (asked === null || asked.answeredAt === null) return null;
  const answer = asked.state === "declined" ? "declined" : "accepted";
  return { ...shown, answer, answeredAt: asked.answeredAt };
}
