import type { KitDeviceAnswer } from "../../src/contracts/my-contract";
import type { Text } from "../language/use-text";

/** What its holder would call it: maker and model, else the kind of thing. */
export function deviceName(
  device: Pick<KitDeviceAnswer, "manufacturer" | "model" | "type">,
  text: Text,
): string {
  const { manufacturer, model } = device;
  if (model === null) return [manufacturer, text(`device.type.${device.type}`)].filter(Boolean).join(" ");
  const repeated = manufacturer !== null && model.toLowerCase().startsWith(manufacturer.toLowerCase());
  return manufacturer === null || repeated ? model : `${manufacturer} ${model}`;
}
