import { assert, constantFrom, date, property } from "fast-check";
import { lastTime, parseCron } from "../../../src/domain/graph-sync/cron";

const london = "Europe/London";

function lastOf(line: string, now: string, timeZone = london): string | null {
  const cron = parseCron(line);
  if (cron === null) throw new Error(`no cron line: ${line}`);
  return lastTime(cron, new Date(now), timeZone);
}

describe("the last time of a cron line", () => {
  it.each([
    ["every night at three, in winter", "0 3 * * *", "2026-11-20T06:00:00Z", "2026-11-20T03:00:00.000Z"],
    ["every night at three, in summer", "0 3 * * *", "2026-07-20T06:00:00Z", "2026-07-20T02:00:00.000Z"],
    ["the night before, while it is early", "0 3 * * *", "2026-11-20T02:59:59Z", "2026-11-19T03:00:00.000Z"],
    ["this very minute", "0 3 * * *", "2026-11-20T03:00:00Z", "2026-11-20T03:00:00.000Z"],
    ["every twenty minutes", "*/20 * * * *", "2026-11-20T06:47:10Z", "2026-11-20T06:40:00.000Z"],
    ["every twenty from five past", "5/20 * * * *", "2026-11-20T06:47:10Z", "2026-11-20T06:45:00.000Z"],
    ["working days, by name", "30 4 * * mon-fri", "2026-11-22T12:00:00Z", "2026-11-20T04:30:00.000Z"],
    ["Sundays as 0", "0 3 * * 0", "2026-11-20T12:00:00Z", "2026-11-15T03:00:00.000Z"],
    ["Sundays as 7", "0 3 * * 7", "2026-11-20T12:00:00Z", "2026-11-15T03:00:00.000Z"],
    ["a list of hours", "0 1,5,9-11 * * *", "2026-11-20T08:00:00Z", "2026-11-20T05:00:00.000Z"],
    ["the first of a month, by name", "0 3 1 JAN,jun *", "2026-11-20T08:00:00Z", "2026-06-01T02:00:00.000Z"],
    ["a date or a weekday, either", "0 3 13 * fri", "2026-11-19T08:00:00Z", "2026-11-13T03:00:00.000Z"],
    ["a leap day", "0 3 29 2 *", "2027-02-01T08:00:00Z", "2024-02-29T03:00:00.000Z"],
    [
      "the first two o'clock of a night that has two",
      "30 1 * * *",
      "2026-10-25T12:00:00Z",
      "2026-10-25T00:30:00.000Z",
    ],
    ["a time that the night left out", "30 1 * * *", "2026-03-29T12:00:00Z", "2026-03-29T01:30:00.000Z"],
  ])("is found for %s", (_what, line, now, last) => {
    expect(lastOf(line, now)).toBe(last);
  });

  it.each([
    "* * * *",
    "* * * * * *",
    "60 3 * * *",
    "0 24 * * *",
    "0 3 0 * *",
    "0 3 * 13 *",
    "0 3 * * 8",
    "0 3 * * funday",
    "5-1 3 * * *",
    "*/0 3 * * *",
    "1-2-3 3 * * *",
    "0 3 31 2 *",
    ", 3 * * *",
    "",
  ])("is refused for the line %j", (line) => {
    expect(parseCron(line)).toBeNull();
  });

  it("is never later than now, and comes again when asked at that very moment", () => {
    const lines = constantFrom("0 3 * * *", "*/7 1-5 * * *", "15 2 * * 6", "0 0 1 * *");
    const moments = date({ min: new Date("2024-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
    void assert(
      property(lines, moments, (line, now) => {
        const last = lastOf(line, now.toISOString()) ?? "";
        expect(last <= now.toISOString()).toBe(true);
        expect(lastOf(line, last)).toBe(last);
      }),
      { numRuns: 100 },
    );
  });
});
