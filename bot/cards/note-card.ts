import type { TextKey } from "../../src/contracts/text/catalogue";
import { type Card, type CardPart, type CardSetting, card, paragraph } from "./card";

/** One thing to say. */
export function noteCard(setting: CardSetting, key: TextKey, actions: readonly CardPart[] = []): Card {
  return card(setting, [paragraph(setting.text(key))], actions);
}
