import type { Recurrence } from "../../src/domain/check-in/recurrence";
import type { Text } from "../language/use-text";

/** `Every 3 months`. */
export function rhythmText({ every, unit }: Pick<Recurrence, "every" | "unit">, text: Text): string {
  return text(`recurrence.${unit}`, { count: every });
}
