import type { CardAction } from "../src/contracts/card-answer";
import type { MyCheckIn } from "../src/domain/kit";
import type { ReviewAnswer } from "../src/domain/licence/review";
import { Refusal } from "../src/domain/refusal";
import { answerLicenceReview } from "../src/services/licence/review-answering";
import { myCheckIn } from "../src/services/my-service";
import type { BotContext } from "./bot-context";
import { reviewAnswerOf } from "./card-action";
import type { Card, CardSetting } from "./cards/card";
import { licenceReviewCard, licenceReviewThanksCard, type ReviewAsked } from "./cards/licence-review-card";
import { refusalText } from "./cards/refusal-card";
import type { Reply } from "./reply";

/** An answer about a licence, pressed on its card. */
export async function onReviewAnswer(
  bot: BotContext,
  setting: CardSetting,
  personId: string,
  deliveryId: string,
  action: CardAction,
): Promise<Reply> {
  try {
    const { answer, note } = reviewAnswerOf(action);
    return await takeReviewAnswer(bot, setting, personId, deliveryId, answer, note);
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== "invalid") throw error;
    return { card: await askedReview(bot, setting, personId, deliveryId, refusalText(setting, error)) };
  }
}

export async function takeReviewAnswer(
  bot: BotContext,
  setting: CardSetting,
  personId: string,
  deliveryId: string,
  answer: ReviewAnswer,
  note: string | null,
): Promise<Reply> {
  const taken = await answerLicenceReview(bot.services, { deliveryId, personId, answer, note, door: "bot" });
  return { card: licenceReviewThanksCard(setting, { ...taken, deliveryId }), answered: deliveryId };
}

/** @throws Refusal as `myCheckIn` */
export async function askedReview(
  bot: BotContext,
  setting: CardSetting,
  personId: string,
  deliveryId: string,
  notice: string | null = null,
): Promise<Card> {
  const asked = asReview(await myCheckIn(bot.services, deliveryId, personId));
  if (asked === null) throw new Refusal("not-found", "delivery-not-yours");
  return licenceReviewCard(setting, asked, notice);
}

/** Null for a question about something else. */
export function asReview(asked: MyCheckIn): ReviewAsked | null {
  return asked.licence === null ? null : { ...asked, licence: asked.licence };
}
