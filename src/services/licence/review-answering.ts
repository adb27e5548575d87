import type { Reader } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import { findCheckIn } from "../../database/stores/check-in-store";
import { lockDelivery, markAnswered } from "../../database/stores/delivery-store";
import {
  findReviewItem,
  lockReviewItem,
  reviewItems,
  reviewsOf,
  saveReviewItem,
} from "../../database/stores/licence-review-store";
import { changesBetween, type Door } from "../../domain/audit-event";
import { takesAnswers } from "../../domain/check-in";
import { type Instant, toInstant } from "../../domain/instant";
import type { LicenceQuestion } from "../../domain/kit";
import { answerReview, type ReviewAnswer, saysTheSame } from "../../domain/licence/review";
import { Refusal } from "../../domain/refusal";
import type { ServiceContext } from "../service-context";

/** What licence reviews ask, by delivery; deliveries for other purposes are left out. */
export async function licenceQuestions(
  reader: Reader,
  deliveryIds: readonly string[],
): Promise<Map<string, LicenceQuestion>> {
  const items = await reviewItems(reader, deliveryIds);
  const reviews = await reviewsOf(
    reader,
    items.map(({ checkInId }) => checkInId),
  );
  return new Map(
    items.map(({ deliveryId, checkInId, useBand, lastUsedAt, answer, note }) => {
      const productName = reviews.get(checkInId)?.productName ?? "";
      return [deliveryId, { productName, useBand, lastUsedAt, answer, note }];
    }),
  );
}

export async function licenceQuestion(reader: Reader, deliveryId: string): Promise<LicenceQuestion | null> {
  return (await licenceQuestions(reader, [deliveryId])).get(deliveryId) ?? null;
}

/** Whether a delivery asks about a licence. */
export function isReviewDelivery(context: ServiceContext, deliveryId: string): Promise<boolean> {
  return context.gateway.read(async (reader) => (await findReviewItem(reader, deliveryId)) !== null);
}

export interface ReviewAnswerInput {
  readonly deliveryId: string;
  readonly personId: string;
  readonly answer: ReviewAnswer;
  readonly note: string | null;
  readonly door: Extract<Door, "tab" | "bot">;
}

export interface TakenReview {
  readonly answer: ReviewAnswer;
  readonly answeredAt: Instant;
  readonly productName: string;
}

/**
 * Takes what a person says of a licence; a later answer replaces it, and the same one again changes nothing.
 * @throws Refusal not-found `delivery-not-yours`; conflict `check-in-closed`, `licence-released`; invalid
 * `answer-unknown` where something else is asked
 */
export function answerLicenceReview(context: ServiceContext, input: ReviewAnswerInput): Promise<TakenReview> {
  const { deliveryId, personId, answer, note } = input;
  return context.gateway.write(async (tx) => {
    const delivery = await lockDelivery(tx, deliveryId);
    if (delivery?.personId !== personId) throw new Refusal("not-found", "delivery-not-yours");
    const now = context.clock.now();
    const checkIn = await findCheckIn(tx, delivery.checkInId);
    if (checkIn === null || !takesAnswers(checkIn, now)) throw new Refusal("conflict", "check-in-closed");
    const item = await lockReviewItem(tx, deliveryId);
    if (item === null) throw new Refusal("invalid", "answer-unknown");
    const productName = (await reviewsOf(tx, [item.checkInId])).get(item.checkInId)?.productName ?? "";
    if (saysTheSame(item, answer, note)) {
      return { answer, answeredAt: item.answeredAt ?? toInstant(now), productName };
    }
    const answeredAt = toInstant(now);
    const said = answerReview(item, answer, note, answeredAt);
    await saveReviewItem(tx, said);
    await markAnswered(tx, deliveryId, answeredAt);
    const changes = changesBetween(item, said, ["answer", "note"]);
    const subject = { action: "delivery.answered", subjectKind: "delivery", subjectId: deliveryId };
    const head = { id: context.newId(), at: answeredAt, actorId: personId, door: input.door, reason: null };
    await recordEvents(tx, [{ ...head, ...subject, changes }]);
    return { answer, answeredAt, productName };
  });
}
