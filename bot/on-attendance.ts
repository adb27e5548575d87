import { attendedInput, type CardAction } from "../src/contracts/card-answer";
import { Refusal } from "../src/domain/refusal";
import { type AttendanceAnswer, attendanceAnswers } from "../src/domain/rollout/attendance-answer";
import { answerAttendance } from "../src/services/rollout/attendance-asking";
import type { BotContext } from "./bot-context";
import { attendanceThanksCard } from "./cards/attendance-card";
import type { CardSetting } from "./cards/card";
import type { Reply } from "./reply";

/** @throws Refusal invalid `answer-unknown` for a value that no card offers */
export function attendanceAnswerOf({ data }: CardAction): AttendanceAnswer {
  const said = attendanceAnswers.find((each) => each === data[attendedInput]);
  if (said === undefined) throw new Refusal("invalid", "answer-unknown");
  return said;
}

/** Whether somebody was at a session, pressed or typed. */
export async function takeAttendance(
  bot: BotContext,
  setting: CardSetting,
  personId: string,
  deliveryId: string,
  answer: AttendanceAnswer,
): Promise<Reply> {
  const taken = await answerAttendance(bot.services, { deliveryId, personId, answer, door: "bot" });
  return { card: attendanceThanksCard(setting, { ...taken, deliveryId }), done: deliveryId };
}
