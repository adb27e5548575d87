import type { CardAction } from "../src/contracts/card-answer";
import type { AcceptanceAnswer } from "../src/domain/acceptance";
import { Refusal } from "../src/domain/refusal";
import { answerMyAssignment, myAssignment } from "../src/services/assignment-service";
import type { BotContext } from "./bot-context";
import { assignmentAnswerOf } from "./card-action";
import { assignmentCard } from "./cards/assignment-card";
import { assignmentThanksCard } from "./cards/assignment-thanks-card";
import type { Card, CardSetting } from "./cards/card";
import { refusalText } from "./cards/refusal-card";
import type { Reply } from "./reply";

/** An answer pressed on the card of one device. */
export async function onAssignmentAnswer(
  bot: BotContext,
  setting: CardSetting,
  personId: string,
  id: string,
  action: CardAction,
): Promise<Reply> {
  try {
    const { answer, note } = assignmentAnswerOf(action);
    return await takeAssignmentAnswer(bot, setting, personId, id, answer, note);
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== "invalid") throw error;
    return { card: await askedAssignment(bot, setting, personId, id, refusalText(setting, error)) };
  }
}

export async function takeAssignmentAnswer(
  bot: BotContext,
  setting: CardSetting,
  personId: string,
  id: string,
  answer: AcceptanceAnswer,
  note: string | null,
): Promise<Reply> {
  const taken = await answerMyAssignment(bot.services, { id, personId, answer, note, door: "bot" });
  return { card: assignmentThanksCard(setting, taken), answered: id };
}

/** @throws Refusal as `myAssignment` */
export async function askedAssignment(
  bot: BotContext,
  setting: CardSetting,
  personId: string,
  id: string,
  notice: string | null = null,
): Promise<Card> {
  return assignmentCard(setting, await myAssignment(bot.services, id, personId), notice);
}
