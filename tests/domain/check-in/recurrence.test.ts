import fc from "fast-check";
import {
  beginOf,
  checkRecurrence,
  dueRun,
  monthsAfter,
  nextRunAfter,
  type Recurrence,
  type Series,
  windowOf,
} from "../../../src/domain/check-in/recurrence";
import { wallTimeOf } from "../../../src/domain/check-in/wall-time";
import { daysAfter, toInstant } from "../../../src/domain/instant";
import { refusalOf, refused } from "../../support/refusal-of";

const london = "Europe/London";
const weekly = (every = 1, until: string | null = null): Recurrence => ({ every, unit: "week", until });
const monthly = (every = 1, until: string | null = null): Recurrence => ({ every, unit: "month", until });
/** Monday, 9:00 to Friday, 17:00, in the week before the clocks go forward. */
const first = { from: "2026-03-23T09:00:00.000Z", closes: "2026-03-27T17:00:00.000Z" };
const series = (more: Partial<Series> = {}): Series => ({
  ...{ id: "c1", run: 1, nextRunAt: null },
  ...first,
  ...more,
});

describe("when a run begins and closes", () => {
  test.each([
    ["the first is as it was", weekly(), 1, "2026-03-23T09:00:00.000Z", "2026-03-27T17:00:00.000Z"],
    [
      "after the clocks went forward it is still nine",
      weekly(),
      2,
      "2026-03-30T08:00:00.000Z",
      "2026-04-03T16:00:00.000Z",
    ],
    ["every second week", weekly(2), 2, "2026-04-06T08:00:00.000Z", "2026-04-10T16:00:00.000Z"],
    [
      "after they went back it is nine again",
      weekly(),
      33,
      "2026-11-02T09:00:00.000Z",
      "2026-11-06T17:00:00.000Z",
    ],
    ["every third month", monthly(3), 2, "2026-06-23T08:00:00.000Z", "2026-06-27T16:00:00.000Z"],
  ])("%s", (_, recurrence, run, opensAt, closesAt) => {
    expect(windowOf(first, recurrence, run, london)).toEqual({ opensAt, closesAt });
  });

  test.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2026-01-31", 2, "2026-03-31"],
    ["2026-10-31", 4, "2027-02-28"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-01-30", 13, "2027-02-28"],
  ])("%s and %i months is %s", (day, months, expected) => {
    expect(monthsAfter(day, months)).toBe(expected);
  });

  test("a day that a month does not have costs the later ones nothing: the 31st comes back", () => {
    const from = { from: "2026-01-31T09:00:00.000Z", closes: "2026-02-05T17:00:00.000Z" };
    const days = [1, 2, 3, 4].map((run) => windowOf(from, monthly(), run, london).opensAt.slice(0, 10));
    expect(days).toEqual(["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]);
  });

  test("a time that does not exist in the night of the change is the moment that it would have been", () => {
    const night = { from: "2026-03-22T01:30:00.000Z", closes: "2026-03-24T01:30:00.000Z" };
    expect(windowOf(night, weekly(), 2, london).opensAt).toBe("2026-03-29T01:30:00.000Z");
  });

  test("every run shows the same time of day and, by weeks, the same weekday, whatever the clocks do", () => {
    const begun = fc.date({
      min: new Date("2024-01-01"),
      max: new Date("2030-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        begun,
        fc.integer({ min: 1, max: 13 }),
        fc.integer({ min: 2, max: 60 }),
        (at, every, run) => {
          // Between one and two at night clocks change.
          const from = `${toInstant(at).slice(0, 10)}T10:20:00.000Z`;
          const closes = `${daysAfter(from.slice(0, 10), 4)}T16:00:00.000Z`;
          const start = wallTimeOf(new Date(from), london);
          const begins = wallTimeOf(
            new Date(windowOf({ from, closes }, weekly(every), run, london).opensAt),
            london,
          );
          expect([begins.minute, begins.weekday]).toEqual([start.minute, start.weekday]);
          expect(begins.day).toBe(daysAfter(start.day, 7 * every * (run - 1)));
        },
      ),
    );
  });

  test("runs follow each other without end, and none begins before the one before it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("week" as const, "month" as const),
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: 1, max: 100 }),
        (unit, every, run) => {
          const recurrence = { every, unit, until: null };
          const [now, next] = [run, run + 1].map((one) => windowOf(first, recurrence, one, london));
          expect((next?.opensAt ?? "") > (now?.opensAt ?? "")).toBe(true);
        },
      ),
    );
  });
});

describe("the end of a series", () => {
  test("is its last day, on which it may still begin", () => {
    expect(beginOf(first, weekly(1, "2026-03-30"), 2, london)).toBe("2026-03-30T08:00:00.000Z");
    expect(beginOf(first, weekly(1, "2026-03-29"), 2, london)).toBeNull();
    expect(
      nextRunAfter(series(), weekly(1, "2026-04-06"), new Date("2026-04-06T08:00:00.000Z"), london),
    ).toBeNull();
  });
});

describe("which run is due", () => {
  const due = (at: string, recurrence = weekly()) => dueRun(series(), recurrence, new Date(at), london);

  test("is none before its time, and the next one from then on", () => {
    expect(due("2026-03-30T07:59:59.999Z")).toBeNull();
    expect(due("2026-03-30T08:00:00.000Z")).toEqual({
      run: 2,
      opensAt: "2026-03-30T08:00:00.000Z",
      closesAt: "2026-04-03T16:00:00.000Z",
    });
  });

  test("after a month without a server is the one that is still open, and what was missed stays missed", () => {
    expect(due("2026-04-29T12:00:00.000Z")?.run).toBe(6);
    // On Saturday nothing is open, and nothing is asked late.
    expect(due("2026-05-02T12:00:00.000Z")).toBeNull();
  });

  test("is none after the end", () => {
    expect(due("2026-04-29T12:00:00.000Z", weekly(1, "2026-03-29"))).toBeNull();
  });
});

describe("a rhythm that cannot be kept", () => {
  const window = { opensAt: first.from, closesAt: first.closes };
  const refusal = (recurrence: Recurrence, to = window) =>
    refusalOf(() => checkRecurrence(recurrence, to, london));

  test.each([weekly(0), weekly(1.5), weekly(105), monthly(25)])("%j is refused", (recurrence) => {
    expect(refusal(recurrence)).toEqual(refused("invalid", "recurrence-invalid"));
  });

  test("is refused where it would be asked again while it is still open, in February too", () => {
    const monthLong = { opensAt: "2026-01-01T09:00:00.000Z", closesAt: "2026-01-30T17:00:00.000Z" };
    expect(refusal(monthly(), monthLong)).toEqual(refused("invalid", "recurrence-overlaps"));
    expect(refusal(weekly(4), monthLong)).toEqual(refused("invalid", "recurrence-overlaps"));
    expect(() => checkRecurrence(weekly(5), monthLong, london)).not.toThrow();
    expect(() => checkRecurrence(weekly(), window, london)).not.toThrow();
  });
});
