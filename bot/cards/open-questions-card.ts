import type { Instant } from "../../src/domain/instant";
import type { WaitingAssignment } from "../../src/services/assignment-service";
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
};

/** A device that waits for an answer, as one question among others. */
export function questionAbout(setting: CardSetting, { id, device }: WaitingAssignment): OpenQuestion {
  const type = setting.text(`device.type.${device.type}`);
  const title = setting.text("bot.assignmentQuestion", { type, assetTag: device.assetTag });
  return { deliveryId: id, title, closesAt: null };
}

/** @param notice our own words below the title, such as why one has to be chosen */
export function openQuestionsCard(
  setting: CardSetting,
  questions: readonly OpenQuestion[],
  notice: string | null = null,
): Card {
  if (questions.length === 0) {
    return card(setting, [paragraph(setting.text("bot.questionsNone"))], [openMyKit(setting)]);
  }
  const rest = questions.length > mostQuestions ? [paragraph(setting.text("bot.questionsMore"))] : [];
  const body = [
    title(setting.text("bot.questionsTitle", { count: questions.length })),
    ...(notice === null ? [] : [paragraph(notice)]),
    ...questions.slice(0, mostQuestions).flatMap((question) => line(setting, question)),
    ...rest,
  ];
  return card(setting, body, [openMyKit(setting)]);
}

function line(setting: CardSetting, question: OpenQuestion): CardPart[] {
  const actions = [execute("open", setting.text("bot.open"), question.deliveryId)];
  return [
    {
      ...foreign([question.title], { weight: "Bolder" }, longestSentence),
      separator: true,
      spacing: "Medium",
    },
    ...(question.closesAt === null
      ? []
      : [quiet(setting.text("bot.closes", { when: moment(setting, question.closesAt) }))]),
    { type: "ActionSet", actions },
  ];
}
