import { asksForKit } from "../../src/domain/check-in";
import type { CardExample, CardShown } from "../../src/services/messenger";
import type { KitDevice } from "../../src/services/my-service";
import type { CardSetting } from "./card";
import { kitCheckInCard } from "./kit-check-in-card";
import { rolloutStepCard } from "./rollout-step-card";

const example: KitDevice = {
  ...{ id: "example", assetTag: "LAP-0042", type: "laptop", manufacturer: "Dell", model: "Latitude 5450" },
  ...{ serial: "5XK2F13", status: "deployable", label: "Ready to deploy", warrantyEnd: null },
  ...{ lastConfirmedAt: null, openProblem: null, acceptance: null },
};

/** The very card that people get, with one device that nobody has. */
export function exampleCard(
  setting: CardSetting,
  { purpose, title, closesAt }: CardExample,
): CardShown | null {
  const asked = { deliveryId: "example", title, closesAt, answeredAt: null };
  if (asksForKit({ purpose })) return kitCheckInCard(setting, { ...asked, devices: [example] });
  return purpose === "rollout-step" ? rolloutStepCard(setting, asked) : null;
}
