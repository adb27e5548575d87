import type { AcceptanceAnswer } from "../../src/domain/acceptance";
import type { Instant } from "../../src/domain/instant";
import { type Card, type CardSetting, card, execute, openMyKit, paragraph, quiet, title } from "./card";
import { moment } from "./when";

export interface AssignmentThanks {
  readonly answer: AcceptanceAnswer;
  readonly answeredAt: Instant;
  /** Further devices that wait for an answer, the oldest first. */
  readonly waiting: readonly { readonly id: string }[];
}

/** Stands where the question stood, with the way to the next one. */
export function assignmentThanksCard(setting: CardSetting, thanks: AssignmentThanks): Card {
  const { answer, answeredAt, waiting } = thanks;
  const [next] = waiting;
  const more = setting.text("bot.assignmentMore", { count: waiting.length });
  const body = [
    title(setting.text("bot.thanksTitle")),
    paragraph(setting.text(answer === "accepted" ? "bot.assignmentAccepted" : "bot.assignmentDeclined")),
    quiet(setting.text("bot.thanksAt", { when: moment(setting, answeredAt) })),
    ...(next === undefined ? [] : [paragraph(more)]),
  ];
  const further = next === undefined ? [] : [execute("open", setting.text("bot.assignmentNext"), next.id)];
  return card(setting, body, [...further, openMyKit(setting)]);
}
