import type { CheckInAnswer } from "../../src/contracts/check-in-contract";
import type { TextKey } from "../../src/contracts/text/catalogue";
import { tellsAnswers } from "../../src/domain/check-in";
import { type DeliveryState, deliveryStates } from "../../src/domain/delivery";

type Asked = Pick<CheckInAnswer, "purpose">;

/** The states that messages of it can be seen in. */
export function statesOf(checkIn: Asked): readonly DeliveryState[] {
  return deliveryStates.filter((state) => state !== "answered" || tellsAnswers(checkIn));
}

/** That there was no answer is said only where an answer would be told. */
export function deliveryStateKey(checkIn: Asked, state: DeliveryState): TextKey {
  const saysNoAnswer = state === "sent" || state === "expired";
  if (saysNoAnswer && !tellsAnswers(checkIn)) return `checkIn.delivery.${state}Only`;
  return `checkIn.delivery.${state}`;
}
