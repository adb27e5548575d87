import type { Language } from "../src/contracts/text/bilingual";
import type { TextKey } from "../src/contracts/text/catalogue";
import { type AskBackReason, kitAnswerOf, type TypedAnswer } from "../src/domain/typed-answer";
import { answerKit, type MyCheckIn, myCheckIns } from "../src/services/my-service";
import { type BotContext, settingFor } from "./bot-context";
import { type Card, type CardSetting, card, execute, openMyKit, paragraph } from "./cards/card";
import { helpCard } from "./cards/help-card";
import { mostDevicesOnCard } from "./cards/kit-check-in-card";
import { kitThanksCard } from "./cards/kit-thanks-card";
import { noteCard } from "./cards/note-card";
import { openQuestionsCard } from "./cards/open-questions-card";
import type { Reply } from "./reply";

const askAgain: Readonly<Record<AskBackReason, TextKey>> = {
  partial: "bot.askPartial",
  unclear: "bot.askUnclear",
  "no-such-number": "bot.askNoSuchNumber",
};

/** Free text: an answer to the one open kit check-in, or help. */
export async function onTypedText(
  bot: BotContext,
  hostLanguage: Language,
  personId: string,
  text: string,
): Promise<Reply> {
  const open = (await myCheckIns(bot.services, personId)).filter((one) => one.purpose === "kit");
  const [asked, another] = open;
  const typed = asked === undefined ? null : kitAnswerOf(text, asked.devices.length);
  if (asked === undefined || typed === null) {
    return { card: helpCard(settingFor(bot, hostLanguage), "bot.notUnderstood") };
  }
  const setting = settingFor(bot, typed.welsh ? "cy" : hostLanguage);
  if (another !== undefined) {
    return { card: openQuestionsCard(setting, open, setting.text("bot.questionsWhich")) };
  }
  if (asked.devices.length > mostDevicesOnCard) {
    return { card: noteCard(setting, "bot.askTooMany", [openMyKit(setting)]) };
  }
  if (typed.kind === "ask-back") return { card: askBackCard(setting, asked, typed.why) };
  return takeAnswer(bot, setting, personId, asked, typed);
}

async function takeAnswer(
  bot: BotContext,
  setting: CardSetting,
  personId: string,
  asked: MyCheckIn,
  typed: TypedAnswer & { kind: "complete" },
): Promise<Reply> {
  const { deliveryId, devices } = asked;
  const answers = Object.fromEntries(
    devices.flatMap(({ id }, index) => typed.answers.slice(index, index + 1).map((answer) => [id, answer])),
  );
  const report = { answers, unlisted: null };
  const done = await answerKit(bot.services, { deliveryId, personId, report, door: "bot" });
  return { card: kitThanksCard(setting, { ...done, deliveryId }), answered: deliveryId };
}

function askBackCard(setting: CardSetting, asked: MyCheckIn, why: AskBackReason): Card {
  const example = asked.devices.length > 1 ? "bot.askExample" : "bot.askExampleOne";
  const body = [
    paragraph(setting.text(askAgain[why])),
    paragraph(setting.text(example), { fontType: "Monospace" }),
  ];
  return card(setting, body, [execute("open", setting.text("bot.open"), asked.deliveryId)]);
}
