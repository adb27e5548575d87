import type { Instant } from "../../src/domain/instant";
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
  title,
} from "./card";
import { moment } from "./when";

export interface KitThanks {
  readonly title: string;
  readonly answeredAt: Instant;
  readonly confirmed: number;
  readonly problems: number;
  /** Null where the card can no longer ask again. */
  readonly deliveryId: string | null;
}

/** Stands where the questions stood, so that nobody answers twice by accident. */
export function kitThanksCard(setting: CardSetting, thanks: KitThanks): Card {
  const { confirmed, problems, deliveryId } = thanks;
  const results = [
    ...(confirmed > 0 ? [setting.text("bot.thanksConfirmed", { count: confirmed })] : []),
    ...(problems > 0 ? [setting.text("bot.thanksProblems", { count: problems })] : []),
  ];
  const lines = results.length > 0 ? results : [setting.text("bot.thanksNothing")];
  const body = [
    title(setting.text("bot.thanksTitle")),
    foreign([thanks.title], {}, longestSentence),
    ...lines.map((line) => paragraph(line)),
    quiet(setting.text("bot.thanksAt", { when: moment(setting, thanks.answeredAt) })),
  ];
  const change = deliveryId === null ? [] : [execute("open", setting.text("bot.changeAnswer"), deliveryId)];
  return card(setting, body, [...change, openMyKit(setting)]);
}
