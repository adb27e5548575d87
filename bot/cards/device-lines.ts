import type { KitDevice } from "../../src/services/my-service";
import { type CardPart, type CardSetting, foreign, heading } from "./card";

/** Number and type as a heading, then what the register knows, so that people find the sticker. */
export function deviceLines(setting: CardSetting, device: KitDevice, number: number): CardPart[] {
  const type = setting.text(`device.type.${device.type}`);
  return [heading(setting.text("bot.deviceHeading", { number, type })), deviceFacts(setting, device)];
}

/** What the register knows to tell one device from another. */
export function deviceFacts(setting: CardSetting, device: KitDevice): CardPart {
  const tag = `${setting.text("device.field.assetTag")} ${device.assetTag}`;
  const serial = device.serial === null ? null : `${setting.text("device.field.serial")} ${device.serial}`;
  const model = [device.manufacturer, device.model].filter((part) => part !== null).join(" ");
  return foreign([model, tag, serial]);
}
