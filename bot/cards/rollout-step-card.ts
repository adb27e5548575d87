import { stepInput, stopsInput } from "../../src/contracts/card-answer";
import { longestStop } from "../../src/domain/rollout/step-answer";
import { stepChoices } from "../../src/domain/rollout/typed-step";
import type { MyCheckIn } from "../../src/services/my-service";
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
import { moment } from "./when";

export type StepQuestion = Pick<MyCheckIn, "deliveryId" | "title" | "closesAt">;

/**
 * Asks somebody in a wave how far they are. What they said before is not filled in: the card stays where it is.
 * @param notice our own words above the question, such as why the last answer was not taken
 */
export function rolloutStepCard(
  setting: CardSetting,
  asked: StepQuestion,
  notice: string | null = null,
): Card {
  const body = [
    title(setting.text("rolloutStep.title")),
    foreign([asked.title], {}, longestSentence),
    ...(notice === null
      ? []
      : [foreign([notice], { weight: "Bolder", color: "Attention" }, longestSentence)]),
    quiet(setting.text("bot.closes", { when: moment(setting, asked.closesAt) })),
    {
      type: "Input.ChoiceSet",
      id: stepInput,
      style: "expanded",
      label: setting.text("rolloutStep.question"),
      choices: stepChoices.map((value) => ({ title: setting.text(`rolloutStep.choice.${value}`), value })),
      isRequired: true,
      errorMessage: setting.text("rolloutStep.required"),
    },
    {
      type: "Input.Text",
      id: stopsInput,
      label: setting.text("rolloutStep.stops"),
      placeholder: setting.text("rolloutStep.stopsHint"),
      isMultiline: true,
      maxLength: longestStop,
      separator: true,
    },
    quiet(setting.text("rolloutStep.byTyping")),
    quiet(setting.text("kit.seenByIt")),
  ];
  const submit = execute("answer", setting.text("bot.send"), asked.deliveryId, { style: "positive" });
  return card(setting, body, [submit, ...snoozeActions(setting, asked.deliveryId), openMyKit(setting)]);
}

/** Stands where the question stood. */
export function rolloutStepThanksCard(
  setting: CardSetting,
  { deliveryId, title: asked, answeredAt }: Pick<MyCheckIn, "deliveryId" | "title"> & { answeredAt: string },
): Card {
  const body = [
    title(setting.text("bot.thanksTitle")),
    foreign([asked], {}, longestSentence),
    paragraph(setting.text("rolloutStep.thanks")),
    quiet(setting.text("bot.thanksAt", { when: moment(setting, answeredAt) })),
  ];
  return card(setting, body, [
    execute("open", setting.text("bot.changeAnswer"), deliveryId),
    openMyKit(setting),
  ]);
}
