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

export type OpenQuestion = Pick<MyCheckIn, "deliveryId" | "title" | "closesAt">;

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
  const when = moment(setting, question.closesAt);
  const actions = [execute("open", setting.text("bot.open"), question.deliveryId)];
  return [
    {
      ...foreign([question.title], { weight: "Bolder" }, longestSentence),
      separator: true,
      spacing: "Medium",
    },
    quiet(setting.text("bot.closes", { when })),
    { type: "ActionSet", actions },
  ];
}
