import { type CardAction, stepInput, stopsInput } from "../src/contracts/card-answer";
import { Refusal } from "../src/domain/refusal";
import type { StepAnswer } from "../src/domain/rollout/step-answer";
import { stepChoices, stepOf } from "../src/domain/rollout/typed-step";
import { type MyCheckIn, myCheckIn } from "../src/services/my-service";
import { answerRolloutStep } from "../src/services/rollout/rollout-step";
import type { BotContext } from "./bot-context";
import { attendanceCard } from "./cards/attendance-card";
import type { Card, CardSetting } from "./cards/card";
import { refusalText } from "./cards/refusal-card";
import { rolloutStepCard, rolloutStepThanksCard } from "./cards/rollout-step-card";
import { attendanceAnswerOf, takeAttendance } from "./on-attendance";
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
    const { session } = await myCheckIn(bot.services, deliveryId, personId);
    if (session !== undefined) {
      return await takeAttendance(bot, setting, personId, deliveryId, attendanceAnswerOf(action));
    }
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
  return stepCard(setting, await myCheckIn(bot.services, deliveryId, personId), notice);
}

/** The card of a question about a rollout: how far somebody is, or whether they were at a session. */
export function stepCard(setting: CardSetting, asked: MyCheckIn, notice: string | null = null): Card {
  const { session } = asked;
  if (session === undefined) return rolloutStepCard(setting, asked, notice);
  return attendanceCard(setting, { ...asked, session }, notice);
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
