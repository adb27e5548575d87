import type { Instant } from "../../src/domain/instant";
import type { WaitingAssignment } from "../../src/services/assignment-service";
import type { BundledQuestion } from "../../src/services/messenger";
import type { MyCheckIn } from "../../src/services/my-service";
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
import { moment } from "./when";

const mostQuestions = 10;

export type OpenQuestion = Pick<MyCheckIn, "deliveryId" | "title"> & {
  /** Null for what stays open until it is answered. */
  readonly closesAt: Instant | null;
  /** Where it is shown after it was answered. */
  readonly answeredAt?: Instant | null;
};

/** A device that waits for an answer, as one question among others. */
export function questionAbout(setting: CardSetting, { id, device }: WaitingAssignment): OpenQuestion {
  const type = setting.text(`device.type.${device.type}`);
  const title = setting.text("bot.assignmentQuestion", { type, assetTag: device.assetTag });
  return { deliveryId: id, title, closesAt: null };
}

/** Several questions in one message, with what became of each. @param notice as `openQuestionsCard` */
export function bundleCard(
  setting: CardSetting,
  questions: readonly BundledQuestion[],
  notice: string | null = null,
): Card {
  const shown = questions.map((question): OpenQuestion => {
    const { deliveryId, answeredAt } = question;
    if (!("device" in question)) return question;
    return {
      ...questionAbout(setting, { id: deliveryId, askedAt: "", device: question.device }),
      answeredAt,
    };
  });
  return openQuestionsCard(setting, shown, notice, false);
}

/**
 * @param notice our own words below the title, such as why one has to be chosen
 * @param numbered whether a number may be typed: only where the questions are all that is open, in the order of the bot
 */
export function openQuestionsCard(
  setting: CardSetting,
  questions: readonly OpenQuestion[],
  notice: string | null = null,
  numbered = true,
): Card {
  if (questions.length === 0) {
    return card(setting, [paragraph(setting.text("bot.questionsNone"))], [openMyKit(setting)]);
  }
  const rest = questions.length > mostQuestions ? [paragraph(setting.text("bot.questionsMore"))] : [];
  const open = questions.filter(({ answeredAt = null }) => answeredAt === null).length;
  const body = [
    title(setting.text(open === 0 ? "bot.questionsAnswered" : "bot.questionsTitle", { count: open })),
    ...(notice === null ? [] : [paragraph(notice)]),
    ...questions
      .slice(0, mostQuestions)
      .flatMap((question, index) => line(setting, question, numbered ? index + 1 : null)),
    ...rest,
  ];
  return card(setting, body, [openMyKit(setting)]);
}

function line(setting: CardSetting, question: OpenQuestion, number: number | null): CardPart[] {
  const { deliveryId, title: asked, closesAt, answeredAt = null } = question;
  const label = setting.text(answeredAt === null ? "bot.open" : "bot.changeAnswer");
  // The first word on a device stands.
  const actions = answeredAt !== null && closesAt === null ? [] : [execute("open", label, deliveryId)];
  const when = answeredAt ?? closesAt;
  const key = answeredAt === null ? "bot.closes" : "bot.thanksAt";
  return [
    {
      ...foreign([number === null ? asked : `${number}. ${asked}`], { weight: "Bolder" }, longestSentence),
      separator: true,
      spacing: "Medium",
    },
    ...(when === null ? [] : [quiet(setting.text(key, { when: moment(setting, when) }))]),
    ...(actions.length === 0 ? [] : [{ type: "ActionSet", actions }]),
  ];
}
