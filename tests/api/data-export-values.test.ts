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
const read = (column: string, value: unknown, language: Language = "en") =>
  valueReader(
    { names: { "device-1": "LT-0001", "team-1": "Housing" }, person },
    { language, translate: (lng, key, params) => i18n.t(key, { ...params, lng }) },
  )(column, value);

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
    ["a code without words as it is", "action", "person.data-exported", "person.data-exported"],
    ["a state as it is", "state", "answered", "answered"],
    ["an answer by the device", "answers", { "device-1": "broken" }, "LT-0001: It is broken"],
  ])("%s", (_name, column, value, expected) => {
    expect(read(column, value)).toBe(expected);
  });

  it("what changed, with the person's name and nobody else's", () => {
    const changes = [
      { field: "assigneeId", from: "person-other", to: "person-staff" },
      { field: "teamId", from: null, to: "team-1" },
    ];
    expect(read("changes", changes)).toBe("assigneeId: another person → Sioned Staff; teamId: – → Housing");
  });

  it("in Welsh", () => {
    expect([read("active", false, "cy"), read("door", "bot", "cy")]).toEqual(["Nac ydy", "yn sgwrs Teams"]);
  });
});
