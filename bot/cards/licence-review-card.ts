import { noteInput } from "../../src/contracts/card-answer";
import type { LicenceQuestion } from "../../src/domain/kit";
import { longestWhy, type ReviewAnswer, reviewAnswers } from "../../src/domain/licence/review";
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
  snoozeActions,
  title,
} from "./card";
import { dayOf, moment } from "./when";

export type ReviewAsked = Pick<MyCheckIn, "deliveryId" | "title" | "closesAt" | "answeredAt"> & {
  readonly licence: LicenceQuestion;
};

/**
 * Asks a holder about a licence that they are known not to use.
 * @param notice our own words above the question, such as why the last answer was not taken
 */
export function licenceReviewCard(
  setting: CardSetting,
  { deliveryId, title: asked, closesAt, answeredAt, licence }: ReviewAsked,
  notice: string | null = null,
): Card {
  const closes = moment(setting, closesAt);
  const said = answeredAt === null ? null : moment(setting, answeredAt);
  const body = [
    title(setting.text("licenceReview.card.title")),
    foreign([asked], {}, longestSentence),
    ...(notice === null
      ? []
      : [foreign([notice], { weight: "Bolder", color: "Attention" }, longestSentence)]),
    foreign([licence.productName], { weight: "Bolder" }, longestSentence),
    paragraph(setting.text("licenceReview.card.intro")),
    quiet(lastSeen(setting, licence)),
    quiet(
      said === null
        ? setting.text("bot.closes", { when: closes })
        : setting.text("bot.checkInAlready", { when: said, closes }),
    ),
    noteQuestion(setting, licence.note),
    quiet(setting.text("licenceReview.card.byTyping")),
    quiet(setting.text("licenceReview.seenByIt")),
  ];
  const answers = reviewAnswers.map((answer) => answerAction(setting, deliveryId, answer));
  const snooze = answeredAt === null ? snoozeActions(setting, deliveryId) : [];
  return card(setting, body, [...answers, ...snooze, openMyKit(setting)]);
}

function lastSeen(setting: CardSetting, { lastUsedAt }: LicenceQuestion): string {
  return lastUsedAt === null
    ? setting.text("licenceReview.card.never")
    : setting.text("licenceReview.card.lastUsed", { date: dayOf(setting, lastUsedAt) });
}

function answerAction(setting: CardSetting, deliveryId: string, answer: ReviewAnswer): CardPart {
  const label = setting.text(`licenceReview.answer.${answer}`);
  return execute("answer", label, deliveryId, { data: { deliveryId, answer } });
}

function noteQuestion(setting: CardSetting, note: string | null): CardPart {
  return {
    type: "Input.Text",
    id: noteInput,
    label: setting.text("licenceReview.note"),
    placeholder: setting.text("licenceReview.noteHint"),
    isMultiline: true,
    maxLength: longestWhy,
    separator: true,
    ...(note !== null && { value: note }),
  };
}

export interface ReviewThanks {
  readonly deliveryId: string;
  readonly productName: string;
  readonly answer: ReviewAnswer;
  readonly answeredAt: string;
}

/** Stands where the question stood, with a way to change the answer. */
export function licenceReviewThanksCard(setting: CardSetting, thanks: ReviewThanks): Card {
  const { deliveryId, productName, answer, answeredAt } = thanks;
  const body = [
    title(setting.text("licenceReview.card.thanks")),
    foreign([productName], { weight: "Bolder" }, longestSentence),
    paragraph(setting.text(`licenceReview.done.${answer}`)),
    quiet(setting.text("bot.thanksAt", { when: moment(setting, answeredAt) })),
  ];
  const again = execute("open", setting.text("bot.changeAnswer"), deliveryId);
  return card(setting, body, [again, openMyKit(setting)]);
}
