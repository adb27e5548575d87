import type { Language } from "../src/contracts/text/bilingual";
import type { TextKey } from "../src/contracts/text/catalogue";
import { asksForKit } from "../src/domain/check-in";
import { reviewAnswerOf } from "../src/domain/licence/typed-review";
import {
  type AskBackReason,
  acceptanceAnswerOf,
  kitAnswerOf,
  snoozeOf,
  type TypedAnswer,
  topicOf,
} from "../src/domain/typed-answer";
import { snoozeAll, stopTopic } from "../src/services/check-in/contact-service";
import { allOpen, type TypedAbout, typedAbout } from "../src/services/check-in/typed-about";
import { answerKit, type MyCheckIn } from "../src/services/my-service";
import { type BotContext, settingFor } from "./bot-context";
import { assignmentCard } from "./cards/assignment-card";
import { type Card, type CardSetting, card, execute, openMyKit, paragraph } from "./cards/card";
import { helpCard } from "./cards/help-card";
import { mostDevicesOnCard } from "./cards/kit-check-in-card";
import { kitThanksCard } from "./cards/kit-thanks-card";
import { noteCard } from "./cards/note-card";
import { openQuestionsCard, questionAbout } from "./cards/open-questions-card";
import { snoozedCard } from "./cards/snoozed-card";
import { takeAssignmentAnswer } from "./on-assignment";
import { takeReviewAnswer } from "./on-licence-review";
import { onTypedNumbers } from "./on-typed-numbers";
import { onTypedStep } from "./on-typed-step";
import type { Reply } from "./reply";

const askAgain: Readonly<Record<AskBackReason, TextKey>> = {
  partial: "bot.askPartial",
  unclear: "bot.askUnclear",
  "no-such-number": "bot.askNoSuchNumber",
};

/** Free text: an answer to the one open question, about one's kit or about a device just given, or help. */
export async function onTypedText(
  bot: BotContext,
  hostLanguage: Language,
  personId: string,
  text: string,
): Promise<Reply> {
  const instruction = await onInstruction(bot, hostLanguage, personId, text);
  if (instruction !== null) return { card: instruction };
  const byNumber = await onTypedNumbers(bot, hostLanguage, personId, text);
  if (byNumber !== null) return byNumber;
  const step = await onTypedStep(bot, hostLanguage, personId, text);
  if (step !== null) return step;
  const { all, waiting } = await typedAbout(bot.services, personId);
  const everything = await allOpen(bot.services, personId);
  const review =
    (await onTypedReview(bot, hostLanguage, personId, text, { all, waiting })) ??
    (await onTypedReview(bot, hostLanguage, personId, text, everything));
  if (review !== null) return review;
  const open = all.filter(asksForKit);
  const [asked, another] = open;
  const [assignment] = waiting;
  const said = assignment === undefined ? null : acceptanceAnswerOf(text);
  if (assignment !== undefined && said !== null) {
    const setting = settingFor(bot, said.welsh ? "cy" : hostLanguage);
    if (open.length + waiting.length > 1) {
      const questions = [...waiting.map((one) => questionAbout(setting, one)), ...open];
      return { card: openQuestionsCard(setting, questions, setting.text("bot.questionsWhich")) };
    }
    if (said.kind === "ask-back") {
      return { card: assignmentCard(setting, assignment, setting.text("bot.assignmentUnclear")) };
    }
    return takeAssignmentAnswer(bot, setting, personId, assignment.id, said.answer, null);
  }
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

/** An answer about the one licence that is asked about, whose words mean nothing else; a number counts only while nothing else is asked. */
async function onTypedReview(
  bot: BotContext,
  hostLanguage: Language,
  personId: string,
  text: string,
  { all, waiting }: TypedAbout,
): Promise<Reply | null> {
  const [asked, another] = all.filter(({ licence }) => licence !== null);
  const said = asked === undefined ? null : reviewAnswerOf(text);
  if (asked === undefined || said === null) return null;
  if (said.numbered && all.length + waiting.length > 1) return null;
  const setting = settingFor(bot, said.welsh ? "cy" : hostLanguage);
  if (another === undefined) {
    return takeReviewAnswer(bot, setting, personId, asked.deliveryId, said.answer, null);
  }
  const questions = all.filter(({ licence }) => licence !== null);
  return { card: openQuestionsCard(setting, questions, setting.text("bot.questionsWhich")) };
}

/** What concerns the messages themselves: put off, stop or start a purpose. */
async function onInstruction(
  bot: BotContext,
  hostLanguage: Language,
  personId: string,
  text: string,
): Promise<Card | null> {
  const later = snoozeOf(text);
  if (later !== null) {
    const setting = settingFor(bot, later.welsh ? "cy" : hostLanguage);
    const until = await snoozeAll(bot.services, personId, later.snooze);
    return until === null ? noteCard(setting, "contact.snoozedNothing") : snoozedCard(setting, until, null);
  }
  const said = topicOf(text);
  if (said === null) return null;
  const setting = settingFor(bot, said.welsh ? "cy" : hostLanguage);
  await stopTopic(bot.services, personId, said.topic, said.wanted);
  const words = {
    purpose: setting.text(`contact.purpose.${said.topic}`),
    word: setting.text(`contact.purposeWord.${said.topic}`),
  };
  return card(setting, [
    paragraph(setting.text(said.wanted ? "contact.startedPurpose" : "contact.stoppedPurpose", words)),
  ]);
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
