import fc from "fast-check";
import { addDays, daysAfter, isDay, toInstant } from "../../src/domain/instant";

const anyDate = fc.date({ min: new Date("1970-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });

describe("a calendar day", () => {
  it.each(["2026-11-24", "2024-02-29", "2000-02-29", "1999-12-31"])("is %s", (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each(["2025-02-30", "2023-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "26-11-24"])(
    "is not %s",
    (text) => {
      expect(isDay(text)).toBe(false);
    },
  );

  it.each([
    "",
    "2026-1-1",
    "24/11/2026",
    "2026-11-24T00:00:00Z",
    " 2026-11-24",
    "2026-11-24\n",
    "２０２６-11-24",
  ])("is not written %j", (text) => {
    expect(isDay(text)).toBe(false);
  });

  it("is every date's first ten characters", () => {
    fc.assert(fc.property(anyDate, (date) => expect(isDay(date.toISOString().slice(0, 10))).toBe(true)));
  });
});

describe("an instant", () => {
  it("sorts as text as it does in time", () => {
    fc.assert(
      fc.property(anyDate, anyDate, (one, other) => {
        expect(toInstant(one) < toInstant(other)).toBe(one.getTime() < other.getTime());
      }),
    );
  });

  it("is in UTC with milliseconds", () => {
    expect(toInstant(new Date("2026-06-01T10:00:00+01:00"))).toBe("2026-06-01T09:00:00.000Z");
  });

  it("moves by days of 24 hours, also over the change of the clocks", () => {
    const before = new Date("2026-10-24T12:00:00.000Z");
    expect(toInstant(addDays(before, 2))).toBe("2026-10-26T12:00:00.000Z");
    expect(toInstant(addDays(before, -1))).toBe("2026-10-23T12:00:00.000Z");
    expect(toInstant(before)).toBe("2026-10-24T12:00:00.000Z");
  });
});

test.each([
  ["2026-12-31", 1, "2027-01-01"],
  ["2028-02-28", 1, "2028-02-29"],
  ["2026-03-29", 1, "2026-03-30"],
  ["2026-01-01", -90, "2025-10-03"],
])("of %s, %i days on is %s, whatever the clocks do that night", (day, days, expected) => {
  expect(daysAfter(day, days)).toBe(expected);
});
