import type { TextKey } from "../../src/contracts/text/catalogue";
import { type Card, type CardPart, type CardSetting, card, openMyKit, title, wordAndMeaning } from "./card";

const words: readonly (readonly [TextKey, TextKey])[] = [
  ["bot.wordMyKit", "bot.wordMyKitMeans"],
  ["bot.wordQuestions", "bot.wordQuestionsMeans"],
  ["bot.wordTeamStatus", "bot.wordTeamStatusMeans"],
  ["bot.wordStop", "bot.wordStopMeans"],
  ["contact.wordStopPurpose", "contact.wordStopPurposeMeans"],
  ["bot.wordStart", "bot.wordStartMeans"],
  ["contact.wordTomorrow", "contact.wordTomorrowMeans"],
  ["bot.wordHelp", "bot.wordHelpMeans"],
];

export type HelpOccasion = "bot.helpTitle" | "bot.greetingTitle" | "bot.notUnderstood";

export function helpCard(setting: CardSetting, occasion: HelpOccasion): Card {
  return card(setting, [title(setting.text(occasion)), ...wordList(setting)], [openMyKit(setting)]);
}

export function wordList(setting: CardSetting): CardPart[] {
  return words.map(([word, means]) => wordAndMeaning(setting.text(word), setting.text(means)));
}
