import { emptyFields, missingIn, wantedOf } from "../../../tab/stock-takes/stock-take-draft";

const now = new Date("2027-01-02T12:00:00.000Z");
const fields = { ...emptyFields("Count", now), teams: [{ id: "t-1", name: "Housing" }] };

describe("a stock-take that is being planned", () => {
  it("lacks a title, teams, and a day to answer by only when somebody is asked", () => {
    const empty = { ...fields, title: " ", teams: [], closesOn: "2027-01-02" };
    expect([...missingIn(empty, now)]).toEqual(["title", "teams", "closesOn"]);
    expect([...missingIn({ ...empty, ask: false }, now)]).toEqual(["title", "teams"]);
    expect(missingIn(fields, now).size).toBe(0);
  });

  it("asks until the end of the working day, and reminds once", () => {
    expect(wantedOf({ ...fields, title: " Count ", closesOn: "2027-01-16" })).toEqual({
      title: "Count",
      teamIds: ["t-1"],
      includeBelow: true,
      ask: { closesAt: new Date("2027-01-16T17:00:00").toISOString(), reminders: 1 },
    });
    expect(wantedOf({ ...fields, ask: false })).not.toHaveProperty("ask");
  });
});
