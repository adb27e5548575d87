import fc from "fast-check";
import {
  areSoundHours,
  type GoodTimes,
  isGoodTime,
  nextGoodTime,
  snoozedUntil,
  workingDaysBefore,
} from "../../../src/domain/check-in/good-time";
import { momentsOf, wallTimeOf } from "../../../src/domain/check-in/wall-time";

const london: GoodTimes = {
  timeZone: "Europe/London",
  hours: { days: [1, 2, 3, 4, 5], from: "08:00", until: "18:00" },
  closedDays: new Set(["2026-12-25", "2026-12-28"]),
};
const next = (from: string, times = london) => nextGoodTime(times, new Date(from)).toISOString();

describe("a good time to write to somebody", () => {
  it("lies within the working hours of the council, whose end is not among them", () => {
    const good = ["07:59:59.999", "08:00:00.000", "17:59:59.999", "18:00:00.000"].map((time) =>
      isGoodTime(london, new Date(`2026-11-26T${time}Z`)),
    );
    expect(good).toEqual([false, true, true, false]);
  });

  it("is now, in working hours", () => {
    expect(next("2026-11-26T10:11:12.345Z")).toBe("2026-11-26T10:11:12.345Z");
  });

  it("is tomorrow morning after hours, and Monday morning after Friday's", () => {
    expect(next("2026-11-26T18:00:00.000Z")).toBe("2026-11-27T08:00:00.000Z");
    expect(next("2026-11-27T18:00:00.000Z")).toBe("2026-11-30T08:00:00.000Z");
    expect(next("2026-11-27T03:00:00.000Z")).toBe("2026-11-27T08:00:00.000Z");
  });

  it("is not on a closed day", () => {
    expect(next("2026-12-24T18:00:00.000Z")).toBe("2026-12-29T08:00:00.000Z");
  });

  it("keeps to the clock on the wall when clocks change", () => {
    expect(next("2027-03-26T20:00:00.000Z")).toBe("2027-03-29T07:00:00.000Z");
    expect(next("2026-10-23T20:00:00.000Z")).toBe("2026-10-26T08:00:00.000Z");
  });

  it("is found also where the clock never shows the first minute, or shows it twice", () => {
    const early = { ...london, hours: { days: [7], from: "01:30", until: "03:00" } };
    expect(next("2027-03-27T12:00:00.000Z", early)).toBe("2027-03-28T01:00:00.000Z");
    expect(next("2026-10-25T00:10:00.000Z", early)).toBe("2026-10-25T00:30:00.000Z");
    const short = { ...early, hours: { days: [7], from: "01:30", until: "02:00" } };
    expect(next("2026-10-25T01:10:00.000Z", short)).toBe("2026-10-25T01:30:00.000Z");
    const into = { ...early, hours: { days: [7], from: "00:10", until: "01:01" } };
    expect(next("2026-10-25T00:01:00.000Z", into)).toBe("2026-10-25T01:00:00.000Z");
    expect(next("2027-03-27T12:00:00.000Z", short)).toBe("2027-04-04T00:30:00.000Z");
  });

  it("is not put off for ever where every day is closed", () => {
    const never = { ...london, hours: { ...london.hours, days: [] } };
    expect(next("2026-11-26T20:00:00.000Z", never)).toBe("2026-11-26T20:00:00.000Z");
  });
});

describe("being asked another time", () => {
  it.each([
    ["tomorrow", "2026-11-26T10:00:00.000Z", "2026-11-27T08:00:00.000Z"],
    ["tomorrow", "2026-11-27T10:00:00.000Z", "2026-11-30T08:00:00.000Z"],
    ["next-week", "2026-11-23T10:00:00.000Z", "2026-11-30T08:00:00.000Z"],
    ["next-week", "2026-11-29T10:00:00.000Z", "2026-11-30T08:00:00.000Z"],
    ["next-week", "2026-12-22T10:00:00.000Z", "2026-12-29T08:00:00.000Z"],
  ] as const)("%s from %s is %s", (snooze, from, until) => {
    expect(snoozedUntil(london, snooze, new Date(from)).toISOString()).toBe(until);
  });

  it("counts working days back, at the same time of day", () => {
    const earlier = (from: string, days: number) =>
      workingDaysBefore(london, new Date(from), days).toISOString();
    expect(earlier("2026-12-01T10:30:00.000Z", 3)).toBe("2026-11-26T10:30:00.000Z");
    expect(earlier("2026-12-30T10:30:00.000Z", 3)).toBe("2026-12-23T10:30:00.000Z");
    expect(earlier("2027-03-30T09:30:00.000Z", 3)).toBe("2027-03-25T10:30:00.000Z");
  });
});

describe("hours that can be kept", () => {
  it.each([
    [{ days: [1], from: "09:00", until: "17:30" }, true],
    [{ days: [6, 7], from: "00:00", until: "24:00" }, true],
    [{ days: [], from: "09:00", until: "17:00" }, false],
    [{ days: [8], from: "09:00", until: "17:00" }, false],
    [{ days: [1], from: "17:00", until: "09:00" }, false],
    [{ days: [1], from: "9:00", until: "17:00" }, false],
    [{ days: [1], from: "24:00", until: "24:00" }, false],
  ])("%j: %s", (hours, sound) => {
    expect(areSoundHours(hours)).toBe(sound);
  });
});

const zones = [
  "Europe/London",
  "America/St_Johns",
  "Australia/Lord_Howe",
  "Pacific/Chatham",
  "Africa/Casablanca",
  "Asia/Kathmandu",
  "UTC",
];
const minute = 60_000;
/** Around the nights in which some of these clocks change, where mistakes would be. */
const moments = fc.constantFrom(
  ...["2026-03-29", "2026-10-25", "2026-04-05", "2026-10-04", "2026-03-08", "2026-11-01", "2026-07-01"].map(
    (day) => Date.parse(`${day}T00:00:00Z`),
  ),
);
const time = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((at) => {
    const two = (number: number) => String(number).padStart(2, "0");
    return `${two(Math.floor(at / 60))}:${two(at % 60)}`;
  });
const someTimes = fc
  .record({
    timeZone: fc.constantFrom(...zones),
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    from: time(0, 1_200),
    length: fc.integer({ min: 10, max: 239 }),
  })
  .chain(({ timeZone, days, from, length }) => {
    const end = Number(from.slice(0, 2)) * 60 + Number(from.slice(3)) + length;
    return time(end, end).map((until): GoodTimes => {
      return { timeZone, hours: { days, from, until }, closedDays: new Set(["2026-03-30", "2026-10-26"]) };
    });
  });

describe("whatever the hours, the zone and the clock changes", () => {
  const someMoment = fc
    .tuple(moments, fc.integer({ min: -3 * 1_440, max: 3 * 1_440 }))
    .map(([at, minutes]) => new Date(at + minutes * minute));

  it("the next good time is good, not before now, and no minute before it is good", () => {
    fc.assert(
      fc.property(someTimes, someMoment, (times, from) => {
        const found = nextGoodTime(times, from);
        expect(found >= from).toBe(true);
        expect(isGoodTime(times, found)).toBe(true);
        expect(nextGoodTime(times, found)).toEqual(found);
        for (let at = from.getTime(); at < found.getTime(); at += minute) {
          if (isGoodTime(times, new Date(at))) throw new Error(`${new Date(at).toISOString()} was good`);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("a moment is among those at which the clock shows what it shows then", () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), someMoment, (timeZone, at) => {
        const { day, minute: shown } = wallTimeOf(at, timeZone);
        expect(momentsOf(day, shown, timeZone)).toContainEqual(at);
      }),
    );
  });

  it("who is put off to tomorrow is asked on a later day, in good time", () => {
    fc.assert(
      fc.property(someTimes, someMoment, (times, now) => {
        const later = snoozedUntil(times, "tomorrow", now);
        expect(wallTimeOf(later, times.timeZone).day > wallTimeOf(now, times.timeZone).day).toBe(true);
        expect(isGoodTime(times, later)).toBe(true);
      }),
    );
  });
});
