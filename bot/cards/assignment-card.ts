import { noteInput } from "../../src/contracts/card-answer";
import { type AcceptanceAnswer, longestNote } from "../../src/domain/acceptance";
import type { WaitingAssignment } from "../../src/services/assignment-service";
import {
  type Card,
  type CardPart,
  type CardSetting,
  card,
  execute,
  foreign,
  longestSentence,
  openMyKit,
  paragraph,
  quiet,
  title,
} from "./card";
import { deviceFacts } from "./device-lines";
import { dayOf } from "./when";

/**
 * Asks a person whether they have the device that was given to them.
 * @param notice our own words above the question, such as why the last answer was not taken
 */
export function assignmentCard(
  setting: CardSetting,
  { id, askedAt, device }: WaitingAssignment,
  notice: string | null = null,
): Card {
  const type = setting.text(`device.type.${device.type}`);
  const body = [
    title(setting.text("bot.assignmentTitle")),
    ...(notice === null
      ? []
      : [foreign([notice], { weight: "Bolder", color: "Attention" }, longestSentence)]),
    paragraph(setting.text("bot.assignmentIntro", { type, when: dayOf(setting, askedAt) })),
    deviceFacts(setting, device),
    noteQuestion(setting),
    quiet(setting.text("bot.assignmentByTyping")),
    quiet(setting.text("kit.seenByIt")),
  ];
  const answers = [
    answer(setting, id, "accepted", "positive"),
    answer(setting, id, "declined", "default"),
    openMyKit(setting),
  ];
  return card(setting, body, answers);
}

function answer(setting: CardSetting, deliveryId: string, said: AcceptanceAnswer, style: string): CardPart {
  const label = setting.text(`kit.assignment.${said}`);
  return execute("answer", label, deliveryId, { style, data: { deliveryId, answer: said } });
}

function noteQuestion(setting: CardSetting): CardPart {
  return {
    type: "Input.Text",
    id: noteInput,
    label: setting.text("kit.assignment.note"),
    placeholder: setting.text("kit.assignment.noteHint"),
    isMultiline: true,
    maxLength: longestNote,
    separator: true,
  };
}
