import { assignmentCard } from "../../bot/cards/assignment-card";
import { assignmentThanksCard } from "../../bot/cards/assignment-thanks-card";
import { type Card, card, foreign } from "../../bot/cards/card";
import { faultCard } from "../../bot/cards/fault-card";
import { helpCard } from "../../bot/cards/help-card";
import { kitCheckInCard, mostDevicesOnCard } from "../../bot/cards/kit-check-in-card";
import { kitThanksCard } from "../../bot/cards/kit-thanks-card";
import { licenceReviewCard, licenceReviewThanksCard } from "../../bot/cards/licence-review-card";
import { myKitCard } from "../../bot/cards/my-kit-card";
import { openQuestionsCard } from "../../bot/cards/open-questions-card";
import { refusalCard } from "../../bot/cards/refusal-card";
import { surveyCard, surveyThanksCard } from "../../bot/cards/survey-card";
import { welcomeCard } from "../../bot/cards/welcome-card";
import { Refusal } from "../../src/domain/refusal";
import type { KitDevice } from "../../src/services/my-service";
import { kitDevice, settingForTests } from "./bot-builders";

const closesAt = "2026-12-01T17:00:00.000Z";
const answeredAt = "2026-11-24T09:05:00.000Z";
const nasty =
  '[click](https://evil.example) ![x](https://evil.example/p.png) **b** <at>Boss</at> {{DATE(2020)}}\n# h "q"';

function question(devices: readonly KitDevice[], title = "Autumn kit check", answered: string | null = null) {
  return { deliveryId: "delivery-1", title, closesAt, answeredAt: answered, devices };
}

const given = ([device]: readonly KitDevice[]) => ({
  id: "delivery-2",
  askedAt: answeredAt,
  device: device ?? kitDevice(),
});

const surveyAsked = (title: string, items: number) => ({
  deliveryId: "delivery-3",
  title,
  closesAt,
  comments: true,
  minimumGroup: 7,
  items: Array.from({ length: items }, (_, at) => ({
    id: `00000000-0000-4000-8000-0000000000${at}`,
    kind: "skill" as const,
    text: { en: title, cy: title },
    applicationId: null,
    theme: null,
  })),
});

const licenceAsked = (title: string) => ({
  deliveryId: "delivery-4",
  title,
  closesAt,
  answeredAt: null,
  licence: { productName: title, useBand: "never" as const, lastUsedAt: null, answer: null, note: null },
});

function everyCard(
  language: "en" | "cy",
  devices: readonly KitDevice[],
  title: string,
): Record<string, Card> {
  const setting = settingForTests(language);
  const asked = question(devices, title);
  const thanks = { title, answeredAt, confirmed: 1, problems: 2, deliveryId: "delivery-1" };
  return {
    checkIn: kitCheckInCard(setting, asked),
    checkInAgain: kitCheckInCard(setting, { ...asked, answeredAt }, "Why it was not taken"),
    thanks: kitThanksCard(setting, thanks),
    myKit: myKitCard(setting, devices),
    assignment: assignmentCard(setting, given(devices), "Why it was not taken"),
    assignmentThanks: assignmentThanksCard(setting, {
      answer: "declined",
      answeredAt,
      waiting: [{ id: "d" }],
    }),
    licenceReview: licenceReviewCard(setting, licenceAsked(title), "Why it was not taken"),
    licenceReviewThanks: licenceReviewThanksCard(setting, {
      deliveryId: "delivery-4",
      productName: title,
      answer: "give-back",
      answeredAt,
    }),
    help: helpCard(setting, "bot.helpTitle"),
    welcome: welcomeCard(setting),
    questions: openQuestionsCard(
      setting,
      Array.from({ length: 30 }, () => asked),
    ),
    survey: surveyCard(setting, surveyAsked(title, 10), "Why it was not taken"),
    longSurvey: surveyCard(setting, surveyAsked(title, 30)),
    surveyThanks: surveyThanksCard(setting, surveyAsked(title, 10)),
    refusal: refusalCard(setting, new Refusal("conflict", "asset-tag-taken", { assetTag: title })),
    fault: faultCard(setting, { verb: "answer", data: { deliveryId: "delivery-1" } }),
  };
}

/** Every object in a card, however deep. */
function parts(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(parts);
  if (typeof value !== "object" || value === null) return [];
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(parts)];
}

function ofType(value: unknown, type: string) {
  return parts(value).filter((part) => part.type === type);
}

const manyNastyDevices = Array.from({ length: 60 }, (_, index) =>
  kitDevice({
    id: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
    assetTag: '\u{1F4BB}"'.repeat(300),
    serial: "\u0007\\".repeat(300),
    manufacturer: "漢".repeat(300),
    model: nasty.repeat(9),
    lastConfirmedAt: answeredAt,
    openProblem: "missing",
  }),
);

describe.each(["en", "cy"] as const)("cards in %s", (language) => {
  const cards = Object.entries(everyCard(language, [kitDevice()], "Autumn kit check"));
  const worst = Object.entries(everyCard(language, manyNastyDevices, nasty.repeat(20)));

  it.each(cards)("%s has the version, a language and no text without words", (_name, made) => {
    expect(made).toMatchObject({ type: "AdaptiveCard", version: "1.5", lang: language });
    for (const part of parts(made)) {
      for (const field of ["text", "title", "label", "errorMessage", "placeholder"]) {
        if (field in part) expect(String(part[field])).toMatch(/\p{L}/u);
      }
    }
    expect(JSON.stringify(made)).not.toMatch(/\b(?:bot|kit|device|refusal)\.[a-zA-Z]+/);
    expect(JSON.stringify(made)).not.toContain("{{");
  });

  it.each(worst)("%s stays under 24 KB whatever the register holds", (_name, made) => {
    expect(Buffer.byteLength(JSON.stringify(made))).toBeLessThan(24 * 1024);
  });

  it.each(worst)("%s carries foreign words in text runs only, and no image", (_name, made) => {
    const elsewhere = JSON.stringify(made, (key, value) => (key === "inlines" ? [] : value));
    expect(elsewhere).not.toContain("evil");
    expect(elsewhere).not.toContain("<at>");
    expect(ofType(made, "Image")).toEqual([]);
    const urls = parts(made).flatMap((part) => ("url" in part ? [part.url] : []));
    expect(new Set(urls).size).toBeLessThanOrEqual(1);
  });
});

it("both languages say different words", () => {
  const english = everyCard("en", [kitDevice()], "Title");
  const welsh = everyCard("cy", [kitDevice()], "Title");
  for (const name of Object.keys(english)) expect(welsh[name]?.body).not.toEqual(english[name]?.body);
});

describe("the kit check-in", () => {
  const devices = [kitDevice(), kitDevice({ id: "device-2", type: "phone", assetTag: "PH-0002" })];

  it("asks about each device by its id, with three answers and a spoken label", () => {
    const made = kitCheckInCard(settingForTests(), question(devices));
    const choices = ofType(made, "Input.ChoiceSet");
    expect(choices.map((choice) => choice.id)).toEqual(["device-1", "device-2"]);
    for (const [index, choice] of choices.entries()) {
      expect(choice).toMatchObject({ style: "expanded", isRequired: true });
      expect(choice.label).toBe(`Your answer for device ${index + 1}`);
      const values = (choice.choices as { value: string; title: string }[]).map((one) => one.value);
      expect(values).toEqual(["have", "broken", "missing"]);
    }
  });

  it("names type, model, tag and serial, and takes something that is not listed", () => {
    const made = kitCheckInCard(settingForTests(), question(devices));
    const text = JSON.stringify(made);
    expect(text).toContain('"Device 1: Laptop"');
    expect(text).toContain("Dell Latitude 5440 · Asset tag LT-0001 · Serial number ABC123");
    expect(ofType(made, "Input.Text")).toMatchObject([{ id: "unlisted", maxLength: 500 }]);
    expect(text).toContain("IT sees your answer");
  });

  it("carries the delivery id and nothing else", () => {
    const made = kitCheckInCard(settingForTests(), question(devices));
    const actions = ofType(made, "Action.Execute");
    expect(actions).toMatchObject([
      { verb: "answer", data: { deliveryId: "delivery-1" } },
      { verb: "snooze", data: { deliveryId: "delivery-1", until: "tomorrow" }, associatedInputs: "none" },
      { verb: "snooze", data: { deliveryId: "delivery-1", until: "next-week" }, associatedInputs: "none" },
    ]);
    expect(ofType(made, "Action.OpenUrl")).toMatchObject([{ url: "http://127.0.0.1:3978/tab/my-kit" }]);
  });

  it("shows the first devices of many and points to the tab for the rest", () => {
    const made = kitCheckInCard(settingForTests(), question(manyNastyDevices));
    expect(ofType(made, "Input.ChoiceSet")).toHaveLength(mostDevicesOnCard);
    expect(JSON.stringify(made)).toContain("You hold 60 devices; the first 12 are here");
  });

  it("asks for what is not listed when the register lists nothing", () => {
    const made = kitCheckInCard(settingForTests(), question([]));
    expect(ofType(made, "Input.ChoiceSet")).toEqual([]);
    expect(ofType(made, "Input.Text")).toHaveLength(1);
    expect(JSON.stringify(made)).toContain("The register lists no device for you");
  });

  it("says times in the council's zone and the reader's language", () => {
    const summer = { ...question(devices), closesAt: "2027-07-01T16:00:00.000Z" };
    expect(JSON.stringify(kitCheckInCard(settingForTests("en"), summer))).toContain("1 July 2027 at 17:00");
    expect(JSON.stringify(kitCheckInCard(settingForTests("cy"), summer))).toContain("1 Gorffennaf 2027");
  });
});

describe("the question about a device that was handed out", () => {
  it("says which device it is and offers yes, no and a note", () => {
    const made = assignmentCard(settingForTests(), given([kitDevice()]));
    expect(JSON.stringify(made)).toContain("Dell Latitude 5440 · Asset tag LT-0001 · Serial number ABC123");
    expect(ofType(made, "Input.Text")).toMatchObject([{ id: "note", maxLength: 500 }]);
    expect(ofType(made, "Action.Execute")).toMatchObject([
      { verb: "answer", title: "I have it", data: { deliveryId: "delivery-2", answer: "accepted" } },
      { verb: "answer", title: "This is not mine", data: { deliveryId: "delivery-2", answer: "declined" } },
    ]);
  });

  it("names no id but its own", () => {
    const made = assignmentCard(settingForTests(), given([kitDevice({ id: "secret-device" })]));
    expect(JSON.stringify(made)).not.toContain("secret-device");
  });

  it("thanks, and leads on to the next device while one waits", () => {
    const thanks = { answer: "accepted", answeredAt, waiting: [{ id: "next" }, { id: "other" }] } as const;
    const made = assignmentThanksCard(settingForTests(), thanks);
    expect(ofType(made, "Action.Execute")).toMatchObject([{ verb: "open", data: { deliveryId: "next" } }]);
    expect(JSON.stringify(made)).toContain("2 more devices wait");
    const last = assignmentThanksCard(settingForTests(), { ...thanks, waiting: [] });
    expect(ofType(last, "Action.Execute")).toEqual([]);
  });
});

describe("other cards", () => {
  it("thanks count in Welsh plural forms", () => {
    const thanks = { title: "x", answeredAt, confirmed: 2, problems: 3, deliveryId: null };
    const text = JSON.stringify(kitThanksCard(settingForTests("cy"), thanks));
    expect(text).toContain("2 ddyfais wedi'u cadarnhau");
    expect(text).toContain("3 phroblem");
    expect(text).not.toContain("Action.Execute");
  });

  it("an empty answer is thanked for too", () => {
    const thanks = { title: "x", answeredAt, confirmed: 0, problems: 0, deliveryId: "delivery-1" };
    expect(JSON.stringify(kitThanksCard(settingForTests(), thanks))).toContain("Nothing to confirm");
  });

  it("a fault leads back to the question it interrupted", () => {
    expect(ofType(faultCard(settingForTests(), null), "Action.Execute")).toEqual([]);
    const made = faultCard(settingForTests(), { verb: "answer", data: { deliveryId: "delivery-1" } });
    expect(ofType(made, "Action.Execute")).toMatchObject([
      { verb: "open", data: { deliveryId: "delivery-1" } },
    ]);
  });

  it("foreign text loses what could change its line or direction", () => {
    const made = card(settingForTests(), [foreign(["a\u202Eb\u0000\nc", null, "  ", "d"])]);
    expect(ofType(made, "TextRun")).toMatchObject([{ text: "a b c · d" }]);
  });
});
