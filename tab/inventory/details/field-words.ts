import type { Text } from "../../language/use-text";
import type { DraftField } from "./device-draft";

/** What a field of the form is called on the screen. */
export function fieldWords(field: DraftField, text: Text): string {
  if (field === "amount") return text("device.field.cost");
  if (field === "currency") return text("inventory.currency");
  return text(`device.field.${field}`);
}
