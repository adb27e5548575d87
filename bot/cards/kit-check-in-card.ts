import { unlistedInput } from "../../src/contracts/card-answer";
import { kitAnswers, longestUnlisted } from "../../src/domain/kit-answer";
import type { KitDevice, MyCheckIn } from "../../src/services/my-service";
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
  snoozeActions,
  title,
} from "./card";
import { deviceLines } from "./device-lines";
import { moment } from "./when";

/** So many devices stay under 24 KB whatever their texts hold; the rest is answered in the tab. */
export const mostDevicesOnCard = 12;

export type KitQuestion = Pick<MyCheckIn, "deliveryId" | "title" | "closesAt" | "answeredAt" | "devices">;

/**
 * Asks a holder about each device. Ids of the inputs are the device ids.
 * @param notice our own words above the questions, such as why the last answer was not taken
 */
export function kitCheckInCard(setting: CardSetting, asked: KitQuestion, notice: string | null = null): Card {
  const shown = asked.devices.slice(0, mostDevicesOnCard);
  const body = [
    title(setting.text("bot.checkInTitle")),
    foreign([asked.title], {}, longestSentence),
    ...(notice === null
      ? []
      : [foreign([notice], { weight: "Bolder", color: "Attention" }, longestSentence)]),
    ...introduction(setting, asked, shown.length),
    ...shown.flatMap((device, index) => deviceQuestion(setting, device, index + 1)),
    unlistedQuestion(setting),
    quiet(setting.text("kit.seenByIt")),
  ];
  const submit = execute("answer", setting.text("bot.send"), asked.deliveryId, { style: "positive" });
  const snooze = asked.answeredAt === null ? snoozeActions(setting, asked.deliveryId) : [];
  return card(setting, body, [submit, ...snooze, openMyKit(setting)]);
}

function introduction(setting: CardSetting, asked: KitQuestion, shown: number): CardPart[] {
  const total = asked.devices.length;
  const closes = moment(setting, asked.closesAt);
  const lines = [paragraph(setting.text(total === 0 ? "bot.checkInNothing" : "bot.checkInIntro"))];
  if (asked.answeredAt === null) lines.push(quiet(setting.text("bot.closes", { when: closes })));
  else {
    const when = moment(setting, asked.answeredAt);
    lines.push(quiet(setting.text("bot.checkInAlready", { when, closes })));
  }
  if (total > shown) lines.push(paragraph(setting.text("bot.checkInMore", { total, shown })));
  else if (total > 0 && asked.answeredAt === null) {
    lines.push(quiet(setting.text(total === 1 ? "bot.checkInByTypingOne" : "bot.checkInByTyping")));
  }
  return lines;
}

function deviceQuestion(setting: CardSetting, device: KitDevice, number: number): CardPart[] {
  const choices = kitAnswers.map((value) => ({ title: setting.text(`kit.answer.${value}`), value }));
  const choice = {
    type: "Input.ChoiceSet",
    id: device.id,
    style: "expanded",
    label: setting.text("bot.answerLabel", { number }),
    choices,
    isRequired: true,
    errorMessage: setting.text("bot.answerRequired"),
  };
  return [...deviceLines(setting, device, number), choice];
}

function unlistedQuestion(setting: CardSetting): CardPart {
  return {
    type: "Input.Text",
    id: unlistedInput,
    label: setting.text("kit.unlisted"),
    placeholder: setting.text("kit.unlistedHint"),
    isMultiline: true,
    maxLength: longestUnlisted,
    separator: true,
  };
}
