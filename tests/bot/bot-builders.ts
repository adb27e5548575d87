import { createInstance } from "i18next";
import type { CardSetting } from "../../bot/cards/card";
import { resources, type Translate } from "../../src/contracts/text/catalogue";
import type { KitDevice } from "../../src/services/my-service";

const i18n = createInstance();
void i18n.init({
  resources: resources(),
  lng: "en",
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  interpolation: { escapeValue: false },
});

export const translateForTests: Translate = (language, key, params) =>
  i18n.t(key, { ...params, lng: language });

export function settingForTests(language: "en" | "cy" = "en"): CardSetting {
  return {
    language,
    publicUrl: "http://127.0.0.1:3978",
    teamsAppId: null,
    timeZone: "Europe/London",
    text: (key, params) => translateForTests(language, key, params),
  };
}

export function kitDevice(change: Partial<KitDevice> = {}): KitDevice {
  return {
    id: "device-1",
    assetTag: "LT-0001",
    type: "laptop",
    manufacturer: "Dell",
    model: "Latitude 5440",
    serial: "ABC123",
    status: "deployable",
    label: "In use",
    warrantyEnd: null,
    lastConfirmedAt: null,
    openProblem: null,
    acceptance: null,
    ...change,
  };
}
