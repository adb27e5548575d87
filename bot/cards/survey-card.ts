import { commentInput } from "../../src/contracts/card-answer";
import { longestComment } from "../../src/domain/survey/response";
import { answerValues } from "../../src/domain/survey/scale";
import type { SurveyQuestion } from "../../src/services/survey/my-survey-service";
import {
  type Card,
  type CardPart,
  type CardSetting,
  card,
  execute,
  foreign,
  longestSentence,
  paragraph,
  quiet,
  snoozeActions,
  title,
} from "./card";
import { personalTabLink } from "./personal-tab-link";
import { moment } from "./when";

/** So many statements stay under 24 KB and are answered in under a minute; longer surveys are answered in the tab. */
export const mostItemsOnCard = 10;

export type SurveyAsked = SurveyQuestion & { readonly deliveryId: string };

/**
 * Asks how confident a person is of each statement. Ids of the inputs are the statements'. What the person has answered before is
 * not filled in: a card stays in Teams, where it could be read again.
 * @param notice our own words above the statements, such as why the last answer was not taken
 */
export function surveyCard(setting: CardSetting, asked: SurveyAsked, notice: string | null = null): Card {
  const fits = asked.items.length <= mostItemsOnCard;
  const body = [
    title(setting.text("survey.card.title")),
    foreign([asked.title], {}, longestSentence),
    ...(notice === null
      ? []
      : [foreign([notice], { weight: "Bolder", color: "Attention" }, longestSentence)]),
    paragraph(setting.text("survey.confidential", { minimum: asked.minimumGroup })),
    ...(asked.closesAt === null
      ? []
      : [quiet(setting.text("survey.card.until", { when: moment(setting, asked.closesAt) }))]),
    ...(fits
      ? asked.items.flatMap((item, index) => question(setting, item, index + 1))
      : [paragraph(setting.text("survey.card.inTab", { count: asked.items.length }))]),
    ...(fits && asked.comments ? [commentQuestion(setting)] : []),
  ];
  const submit = execute("answer", setting.text("bot.send"), asked.deliveryId, { style: "positive" });
  // One link only, so that nothing foreign can pass for ours; the page to answer on links to how it works too.
  const first = fits
    ? [submit, link(setting, "surveys/confidential", "survey.how")]
    : [link(setting, "my-surveys", "survey.card.open")];
  return card(setting, body, [...first, ...snoozeActions(setting, asked.deliveryId)]);
}

function question(setting: CardSetting, item: SurveyAsked["items"][number], number: number): CardPart[] {
  const words = (setting.language === "cy" ? item.text.cy : null) ?? item.text.en;
  const choice = {
    type: "Input.ChoiceSet",
    id: item.id,
    style: "compact",
    label: setting.text("survey.card.item", { number }),
    placeholder: setting.text("survey.choose"),
    choices: answerValues.map((value) => ({ title: setting.text(`survey.value.${value}`), value })),
    isRequired: true,
    errorMessage: setting.text("survey.chooseMissing"),
    spacing: "Small",
  };
  return [
    { ...foreign([`${number}. ${words}`], { weight: "Bolder" }, longestSentence), spacing: "Medium" },
    choice,
  ];
}

function commentQuestion(setting: CardSetting): CardPart {
  return {
    type: "Input.Text",
    id: commentInput,
    label: setting.text("survey.comment"),
    placeholder: setting.text("survey.commentHint"),
    isMultiline: true,
    maxLength: longestComment,
    separator: true,
  };
}

/** Stands where the statements stood, and does not say what was answered. */
export function surveyThanksCard(setting: CardSetting, asked: SurveyAsked): Card {
  const closes = asked.closesAt === null ? "" : moment(setting, asked.closesAt);
  const body = [
    title(setting.text("survey.card.thanks")),
    foreign([asked.title], {}, longestSentence),
    paragraph(setting.text("survey.card.thanksChange", { when: closes })),
  ];
  const again = execute("open", setting.text("bot.changeAnswer"), asked.deliveryId);
  return card(setting, body, [again, link(setting, "surveys/confidential", "survey.how")]);
}

function link(
  setting: CardSetting,
  page: "my-surveys" | "surveys/confidential",
  key: "survey.card.open" | "survey.how",
): CardPart {
  const label = setting.text(key);
  return { type: "Action.OpenUrl", title: label, url: personalTabLink(setting, "my-kit", label, page) };
}
