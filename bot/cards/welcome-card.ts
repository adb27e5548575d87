import { type Card, type CardSetting, card, openMyKit, paragraph, quiet, title } from "./card";
import { wordList } from "./help-card";

/** The greeting after an install: what will come, who sees it, what can be typed. */
export function welcomeCard(setting: CardSetting): Card {
  const body = [
    title(setting.text("bot.welcomeTitle")),
    paragraph(setting.text("bot.welcomeBody")),
    quiet(setting.text("kit.seenByIt")),
    paragraph(setting.text("bot.welcomeNext")),
    ...wordList(setting),
  ];
  return card(setting, body, [openMyKit(setting)]);
}
