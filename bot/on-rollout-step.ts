import { type CardAction, stepInput, stopsInput } from "../src/contracts/card-answer";
import { Refusal } from "../src/domain/refusal";
import type { StepAnswer } from "../src/domain/rollout/step-answer";
import { stepChoices, stepOf } from "../src/domain/rollout/typed-step";
import { myCheckIn } from "../src/services/my-service";
import { answerRolloutStep } from "../src/services/rollout/rollout-step";
import type { BotContext } from "./bot-context";
import type { Card, CardSetting } from "./cards/card";
import { refusalText } from "./cards/refusal-card";
import { rolloutStepCard, rolloutStepThanksCard } from "./cards/rollout-step-card";
import type { Reply } from "./reply";

/** An answer to a step, pressed on its card. */
export async function onStepAnswer(
  bot: BotContext,
  setting: CardSetting,
  personId: string,
  deliveryId: string,
  action: CardAction,
): Promise<Reply> {
  try {
    return await takeStepAnswer(bot, setting, personId, deliveryId, stepAnswerOf(action));
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== "invalid") throw error;
    return { card: await askedStep(bot, setting, personId, deliveryId, refusalText(setting, error)) };
  }
}

export async function takeStepAnswer(
  bot: BotContext,
  setting: CardSetting,
  personId: string,
  deliveryId: string,
  answer: StepAnswer,
): Promise<Reply> {
  const taken = await answerRolloutStep(bot.services, { deliveryId, personId, answer, door: "bot" });
  return { card: rolloutStepThanksCard(setting, { ...taken, deliveryId }), done: deliveryId };
}

/** @throws Refusal as `myCheckIn` */
export async function askedStep(
  bot: BotContext,
  setting: CardSetting,
  personId: string,
  deliveryId: string,
  notice: string | null = null,
): Promise<Card> {
  return rolloutStepCard(setting, await myCheckIn(bot.services, deliveryId, personId), notice);
}

/** @throws Refusal invalid `answer-unknown` for a value that no card offers */
function stepAnswerOf({ data }: CardAction): StepAnswer {
  const { [stepInput]: said, [stopsInput]: stops = null } = data;
  const choice = stepChoices.find((each) => each === said);
  if (choice === undefined || (stops !== null && typeof stops !== "string")) {
    throw new Refusal("invalid", "answer-unknown");
  }
  return stepOf(choice, stops);
}
