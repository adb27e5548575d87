import { type CardAction, cardData } from "../../src/contracts/card-answer";
import { type Card, type CardSetting, card, execute, paragraph } from "./card";

/** After a fault of ours, with the way back to the question that it interrupted. */
export function faultCard(setting: CardSetting, interrupted: CardAction | null): Card {
  const data = cardData.safeParse(interrupted?.data);
  const again = data.success ? [execute("open", setting.text("bot.tryAgain"), data.data.deliveryId)] : [];
  return card(setting, [paragraph(setting.text("bot.fault"))], again);
}
