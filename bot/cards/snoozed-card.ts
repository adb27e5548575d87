import type { Instant } from "../../src/domain/instant";
import { type Card, type CardSetting, card, execute, paragraph } from "./card";
import { moment } from "./when";

export function snoozedText(setting: CardSetting, until: Instant): string {
  return setting.text("contact.snoozed", { when: moment(setting, until) });
}

/** @param deliveryId of the one question that was put off, which can still be answered now; null for several */
export function snoozedCard(setting: CardSetting, until: Instant, deliveryId: string | null): Card {
  const text = snoozedText(setting, until);
  const actions =
    deliveryId === null ? [] : [execute("open", setting.text("contact.snoozedOpen"), deliveryId)];
  return card(setting, [paragraph(text)], actions);
}
