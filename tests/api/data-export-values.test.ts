import { createInstance } from "i18next";
import { valueReader } from "../../src/api/data-export-values";
import type { Language } from "../../src/contracts/text/bilingual";
import { resources } from "../../src/contracts/text/catalogue";

const i18n = createInstance();
beforeAll(() => i18n.init({ resources: resources(), keySeparator: false, nsSeparator: false }));

const person = {
  ...{ id: "person-staff", name: "Sioned Staff", email: "s@council.example" },
  ...{ teamId: null, teamName: null, active: true },
};
const readIn = (list: string, column: string, value: unknown, language: Language = "en") =>
  valueReader(
    { names: { "device-1": "LT-0001", "team-1": "Housing" }, person },
    { language, translate: (lng, key, params) => i18n.t(key, { ...params, lng }) },
  )(list, column, value);
const read = (column: string, value: unknown, language?: Language) =>
  readIn("events", column, value, language);

describe("a value of what is held about a person is read", () => {
  it.each([
    ["nothing as a dash", "note", null, "–"],
    ["an empty list as a dash", "changes", [], "–"],
    ["true and yes as Yes", "active", true, "Yes"],
    ["no as No", "muted", "no", "No"],
    ["an instant by its minute", "at", "2026-11-27T09:05:17.123Z", "2026-11-27 09:05 UTC"],
    ["a day as it is", "liveOn", "2026-11-27", "2026-11-27"],
    ["the id of a device by its tag", "subjectId", "device-1", "LT-0001"],
    ["the person's own id by their name", "subjectId", "person-staff", "Sioned Staff"],
    ["their id in the directory as it is", "id", "person-staff", "person-staff"],
    ["what was done in words", "action", "device.assigned", "Handed out"],
    ["a code without words as it is", "action", "thing.turned-round", "thing.turned-round"],
    ["an answer by the device", "answers", { "device-1": "broken" }, "LT-0001: It is broken"],
  ])("%s", (_name, column, value, expected) => {
    expect(read(column, value)).toBe(expected);
  });

  it("what changed, with the person's name and nobody else's", () => {
    const changes = [
      { field: "assigneeId", from: "person-other", to: "person-staff" },
      { field: "teamId", from: null, to: "team-1" },
    ];
    expect(read("changes", changes)).toBe("Held by: another person → Sioned Staff; Team: – → Housing");
  });

  it.each([
    ["problems", "kind", "missing", "Reported missing"],
    ["problems", "state", "in-hand", "In hand"],
    ["assignments", "state", "declined", "Declined"],
    ["checkIns", "state", "uncertain", "Perhaps sent: Teams gave no clear answer"],
    ["checkIns", "reason", "left", "They have left"],
    ["stockTakes", "state", "unexpected", "Unexpected"],
    ["rollouts", "state", "live", "Has it"],
    ["blockers", "state", "solved", "Solved"],
    ["licenceReviews", "answer", "training", "I need training"],
    ["imports", "kind", "devices", "Devices"],
    ["conversations", "language", "cy", "Cymraeg"],
    ["applications", "ownerOf", "it", "IT owner"],
    ["mentions", "record", "check-in", "Check-in"],
    ["mentions", "record", "wave", "Wave of a rollout"],
    ["mentions", "as", "said go first", "Said go first"],
    ["mentions", "as", "named in notes", "Named in: Notes"],
    ["licences", "state", "Active", "Active"],
  ])("in %s the %s %s as %s", (list, column, code, words) => {
    expect(readIn(list, column, code)).toBe(words);
  });

  it("a value of a field in the words of its record", () => {
    const changes = [{ field: "status", from: "pending", to: "deployable" }];
    expect(read("changes", changes)).toBe("Status: Pending → Deployable");
  });

  it("in Welsh", () => {
    expect([read("active", false, "cy"), read("door", "bot", "cy")]).toEqual(["Nac ydy", "yn sgwrs Teams"]);
  });
});
