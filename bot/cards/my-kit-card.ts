import type { KitDevice } from "../../src/services/my-service";
import { type Card, type CardPart, type CardSetting, card, openMyKit, paragraph, quiet, title } from "./card";
import { deviceLines } from "./device-lines";
import { dayOf } from "./when";

const mostDevices = 15;

export function myKitCard(setting: CardSetting, devices: readonly KitDevice[]): Card {
  const total = devices.length;
  const shown = devices.slice(0, mostDevices);
  const body = [
    title(setting.text("bot.kitTitle")),
    ...(total === 0 ? [paragraph(setting.text("bot.kitNone"))] : []),
    ...(total > mostDevices ? [paragraph(setting.text("bot.kitMore", { total, shown: mostDevices }))] : []),
    ...shown.flatMap((device, index) => [
      ...deviceLines(setting, device, index + 1),
      ...state(setting, device),
    ]),
  ];
  return card(setting, body, [openMyKit(setting)]);
}

function state(setting: CardSetting, device: KitDevice): CardPart[] {
  const { lastConfirmedAt, openProblem } = device;
  const confirmed =
    lastConfirmedAt === null
      ? setting.text("bot.kitNotConfirmed")
      : setting.text("bot.kitConfirmed", { when: dayOf(setting, lastConfirmedAt) });
  const problem = openProblem === null ? [] : [setting.text(`device.problem.${openProblem}`)];
  return [
    quiet(confirmed),
    ...problem.map((text) => paragraph(text, { color: "Warning", spacing: "Small" })),
  ];
}
