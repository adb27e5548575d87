import type { CardAction } from "../src/contracts/card-answer";
import { Refusal } from "../src/domain/refusal";
import { answerSurvey, surveyOfDelivery } from "../src/services/survey/my-survey-service";
import type { BotContext } from "./bot-context";
import { surveyResponseOf } from "./card-action";
import type { Card, CardSetting } from "./cards/card";
import { refusalText } from "./cards/refusal-card";
import { surveyCard, surveyThanksCard } from "./cards/survey-card";
import type { Reply } from "./reply";

/** An answer to a survey, pressed on its card. */
export async function onSurveyAnswer(
  bot: BotContext,
  setting: CardSetting,
  personId: string,
  deliveryId: string,
  action: CardAction,
): Promise<Reply> {
  const survey = await surveyOfDelivery(bot.services, deliveryId, personId);
  const asked = { ...survey, deliveryId };
  try {
    await answerSurvey(bot.services, { surveyId: survey.id, personId, ...surveyResponseOf(action) });
    return { card: surveyThanksCard(setting, asked), done: deliveryId };
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== "invalid") throw error;
    return { card: surveyCard(setting, asked, refusalText(setting, error)) };
  }
}

/** @throws Refusal as `surveyOfDelivery` */
export async function askedSurvey(
  bot: BotContext,
  setting: CardSetting,
  personId: string,
  deliveryId: string,
): Promise<Card> {
  return surveyCard(setting, { ...(await surveyOfDelivery(bot.services, deliveryId, personId)), deliveryId });
}
