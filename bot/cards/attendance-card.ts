import { attendedInput } from "../../src/contracts/card-answer";
import { attendanceAnswers, type SessionAsked } from "../../src/domain/rollout/attendance-answer";
import {
  type Card,
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
import type { StepQuestion } from "./rollout-step-card";
import { moment } from "./when";

export type AttendanceQuestion = Pick<StepQuestion, "deliveryId" | "closesAt"> & {
  readonly session: SessionAsked;
};

/** Asks whether somebody was at a training session. */
export function attendanceCard(
  setting: CardSetting,
  { deliveryId, closesAt, session }: AttendanceQuestion,
  notice: string | null = null,
): Card {
  const body = [
    title(setting.text("attendanceAsked.title")),
    foreign([session.title], { weight: "Bolder" }, longestSentence),
    quiet(setting.text("attendanceAsked.when", { when: moment(setting, session.startsAt) })),
    ...(notice === null
      ? []
      : [foreign([notice], { weight: "Bolder", color: "Attention" }, longestSentence)]),
    quiet(setting.text("bot.closes", { when: moment(setting, closesAt) })),
    {
      type: "Input.ChoiceSet",
      id: attendedInput,
      style: "expanded",
      label: setting.text("attendanceAsked.question"),
      choices: attendanceAnswers.map((value) => ({
        title: setting.text(`attendanceAsked.choice.${value}`),
        value,
      })),
      isRequired: true,
      errorMessage: setting.text("attendanceAsked.required"),
    },
    quiet(setting.text("attendanceAsked.byTyping")),
    quiet(setting.text("kit.seenByIt")),
  ];
  const submit = execute("answer", setting.text("bot.send"), deliveryId, { style: "positive" });
  return card(setting, body, [submit, ...snoozeActions(setting, deliveryId), openMyKit(setting)]);
}

/** Stands where the question stood. */
export function attendanceThanksCard(
  setting: CardSetting,
  taken: {
    readonly deliveryId: string;
    readonly title: string;
    readonly answeredAt: string;
    readonly written: boolean;
  },
): Card {
  const body = [
    title(setting.text("bot.thanksTitle")),
    foreign([taken.title], {}, longestSentence),
    paragraph(setting.text(taken.written ? "attendanceAsked.thanks" : "attendanceAsked.kept")),
    quiet(setting.text("bot.thanksAt", { when: moment(setting, taken.answeredAt) })),
  ];
  return card(setting, body, [
    execute("open", setting.text("bot.changeAnswer"), taken.deliveryId),
    openMyKit(setting),
  ]);
}
