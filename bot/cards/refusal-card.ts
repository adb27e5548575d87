import type { Refusal } from "../../src/domain/refusal";
import { type Card, type CardSetting, card, foreign, longestSentence, openMyKit, title } from "./card";

/** What a refusal says to a person; its twin for HTTP is `api/error-response.ts`. */
export function refusalText(setting: CardSetting, refusal: Refusal): string {
  return setting.text(`refusal.${refusal.code}`, refusal.params);
}

/** Parameters of a refusal may be foreign text, so its sentence is shown as such. */
export function refusalCard(setting: CardSetting, refusal: Refusal): Card {
  const body = [
    title(setting.text("bot.refusedTitle")),
    foreign([refusalText(setting, refusal)], {}, longestSentence),
  ];
  return card(setting, body, [openMyKit(setting)]);
}
