import { draftOf, emptyDraft, missingIn } from "../../../tab/check-ins/check-in-draft";

const now = new Date(2026, 10, 24, 23, 30);

test("an empty draft asks everyone and closes in seven days, by the reader's calendar", () => {
  expect(emptyDraft("Is this still your kit?", now)).toMatchObject({
    kind: "everyone",
    closesOn: "2026-12-01",
  });
});

test.each([
  ["2026-11-23", true],
  ["2026-11-24", true],
  ["", true],
  ["2026-11-25", false],
])("a closing day of %s is missing: %s", (closesOn, missing) => {
  const fields = { ...emptyDraft("x", now), closesOn };
  expect(missingIn(fields, now).has("closesOn")).toBe(missing);
});

test("only the chosen kind of audience is asked for", () => {
  const fields = emptyDraft(" ", now);
  expect([...missingIn(fields, now)]).toEqual(["title"]);
  expect([...missingIn({ ...fields, title: "x", kind: "teams" }, now)]).toEqual(["teams"]);
  expect([...missingIn({ ...fields, title: "x", kind: "people" }, now)]).toEqual(["people"]);
  expect([...missingIn({ ...fields, title: "x", kind: "deviceModel" }, now)]).toEqual(["model"]);
});

test("each kind of audience is sent as the contract names it", () => {
  const fields = {
    ...emptyDraft("x", now),
    teams: [{ id: "t-1", name: "Housing" }],
    people: [{ id: "p-1", name: "Ann Lee" }],
    model: " Latitude 5440 ",
  };
  expect(draftOf(fields).audience).toEqual({ everyone: true });
  expect(draftOf({ ...fields, kind: "teams", includeBelow: false }).audience).toEqual({
    teamIds: ["t-1"],
    includeBelow: false,
  });
  expect(draftOf({ ...fields, kind: "people" }).audience).toEqual({ personIds: ["p-1"] });
  expect(draftOf({ ...fields, kind: "deviceModel" }).audience).toEqual({ deviceModel: "Latitude 5440" });
});

test("a first day begins where the reader's day begins, has to come before the last, and may be left out", () => {
  const fields = { ...emptyDraft("x", now), closesOn: "2026-12-01" };
  expect(draftOf(fields).opensAt).toBeNull();
  const later = { ...fields, opensOn: "2026-11-30" };
  expect([...missingIn(later, now)]).toEqual([]);
  expect(draftOf(later).opensAt).toBe(new Date(2026, 10, 30).toISOString());
  expect([...missingIn({ ...fields, opensOn: "2026-12-02" }, now)]).toEqual(["opensOn"]);
});
