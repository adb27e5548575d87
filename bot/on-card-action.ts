import type { CardAction } from "../src/contracts/card-answer";
import { Refusal } from "../src/domain/refusal";
import { isAssignment } from "../src/services/assignment-service";
import { bundleOf } from "../src/services/bundled-questions";
import { snooze } from "../src/services/check-in/contact-service";
import { chooseQuestion } from "../src/services/check-in/typed-about";
import { isReviewDelivery } from "../src/services/licence/review-answering";
import { answerKit, myCheckIn } from "../src/services/my-service";
import { isStepDelivery } from "../src/services/rollout/step-delivery";
import { isSurveyDelivery } from "../src/services/survey/my-survey-service";
import type { BotContext } from "./bot-context";
import { deliveryIdOf, kitReportOf, snoozeOf } from "./card-action";
import type { Card, CardSetting } from "./cards/card";
import { kitCheckInCard } from "./cards/kit-check-in-card";
import { kitThanksCard } from "./cards/kit-thanks-card";
import { noteCard } from "./cards/note-card";
import { bundleCard } from "./cards/open-questions-card";
import { refusalCard, refusalText } from "./cards/refusal-card";
import { snoozedCard, snoozedText } from "./cards/snoozed-card";
import { askedAssignment, onAssignmentAnswer } from "./on-assignment";
import { askedReview, onReviewAnswer } from "./on-licence-review";
import { askedStep, onStepAnswer } from "./on-rollout-step";
import { askedSurvey, onSurveyAnswer } from "./on-survey";
import type { Reply } from "./reply";

/**
 * A button on a card, pressed by this person. The card names a delivery and nothing else; the services look up whom
 * it was for, so that a forwarded, old or forged card changes nothing.
 */
export async function onCardAction(
  bot: BotContext,
  setting: CardSetting,
  personId: string,
  action: CardAction,
): Promise<Reply> {
  try {
    switch (action.verb) {
      case "answer":
        return await answered(bot, setting, personId, action);
      case "snooze":
        return await putOff(bot, setting, personId, action);
      case "open":
        return await chosen(bot, setting, personId, deliveryIdOf(action));
      default:
        return { card: noteCard(setting, "bot.unknownVerb") };
    }
  } catch (error) {
    if (error instanceof Refusal) return { card: refusalCard(setting, error) };
    throw error;
  }
}

async function answered(
  bot: BotContext,
  setting: CardSetting,
  personId: string,
  action: CardAction,
): Promise<Reply> {
  const reply = await answer(bot, setting, personId, action);
  return amongOthers(bot, setting, personId, reply, setting.text("bot.thanksTitle"));
}

async function putOff(
  bot: BotContext,
  setting: CardSetting,
  personId: string,
  action: CardAction,
): Promise<Reply> {
  const deliveryId = deliveryIdOf(action);
  const until = await snooze(bot.services, personId, deliveryId, snoozeOf(action));
  const reply = { card: snoozedCard(setting, until, deliveryId), done: deliveryId };
  return amongOthers(bot, setting, personId, reply, snoozedText(setting, until));
}

/** What is typed next is about the question that was opened. */
async function chosen(
  bot: BotContext,
  setting: CardSetting,
  personId: string,
  deliveryId: string,
): Promise<Reply> {
  const card = await opened(bot, setting, personId, deliveryId);
  await chooseQuestion(bot.services, personId, deliveryId);
  return { card };
}

/** In a message of several questions the others come into sight again, with what was just said above them. */
async function amongOthers(
  bot: BotContext,
  setting: CardSetting,
  personId: string,
  reply: Reply,
  said: string,
): Promise<Reply> {
  const done = reply.answered ?? reply.done;
  if (done === undefined) return reply;
  await chooseQuestion(bot.services, personId, null);
  const questions = await bundleOf(bot.services, done, personId);
  return questions === null ? reply : { ...reply, card: bundleCard(setting, questions, said) };
}

async function answer(
  bot: BotContext,
  setting: CardSetting,
  personId: string,
  action: CardAction,
): Promise<Reply> {
  const deliveryId = deliveryIdOf(action);
  if (await isAssignment(bot.services, deliveryId)) {
    return onAssignmentAnswer(bot, setting, personId, deliveryId, action);
  }
  if (await isSurveyDelivery(bot.services, deliveryId)) {
    return onSurveyAnswer(bot, setting, personId, deliveryId, action);
  }
  if (await isReviewDelivery(bot.services, deliveryId)) {
    return onReviewAnswer(bot, setting, personId, deliveryId, action);
  }
  if (await isStepDelivery(bot.services, deliveryId)) {
    return onStepAnswer(bot, setting, personId, deliveryId, action);
  }
  try {
    const report = kitReportOf(action);
    const done = await answerKit(bot.services, { deliveryId, personId, report, door: "bot" });
    return { card: kitThanksCard(setting, { ...done, deliveryId }), answered: deliveryId };
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== "invalid") throw error;
    // Something about the answer itself: ask again with the current list, and say why.
    return { card: await asked(bot, setting, personId, deliveryId, refusalText(setting, error)) };
  }
}

/** The question of a delivery, to be answered. @throws Refusal as the services that look it up */
export async function opened(
  bot: BotContext,
  setting: CardSetting,
  personId: string,
  deliveryId: string,
): Promise<Card> {
  if (await isAssignment(bot.services, deliveryId)) {
    return askedAssignment(bot, setting, personId, deliveryId);
  }
  if (await isReviewDelivery(bot.services, deliveryId)) {
    return askedReview(bot, setting, personId, deliveryId);
  }
  if (await isStepDelivery(bot.services, deliveryId)) return askedStep(bot, setting, personId, deliveryId);
  const ask = (await isSurveyDelivery(bot.services, deliveryId)) ? askedSurvey : asked;
  return ask(bot, setting, personId, deliveryId);
}

async function asked(
  bot: BotContext,
  setting: CardSetting,
  personId: string,
  deliveryId: string,
  notice: string | null = null,
): Promise<Card> {
  return kitCheckInCard(setting, await myCheckIn(bot.services, deliveryId, personId), notice);
}
