import { momentsOf, wallTimeOf, weekdayOf } from "../check-in/wall-time";
import { type Day, daysAfter, type Instant, toInstant } from "../instant";

/** A cron line as the numbers that each of its fields allows. */
export interface Cron {
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekdays: ReadonlySet<number>;
  /** Where day and weekday are both restricted, either is enough, as cron has always read it. */
  readonly eitherDay: boolean;
}

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const weekdayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
/** A line such as `0 3 29 2 *` has its last time up to eight years back. */
const longestLookBack = 8 * 366;

/** Null for a line that is not five fields of numbers, names, ranges, steps and lists, or that never comes. */
export function parseCron(line: string): Cron | null {
  const [minute = "", hour = "", day = "", month = "", weekday = "", ...rest] = line.trim().split(/\s+/);
  const minutes = fieldOf(minute, 0, 59);
  const hours = fieldOf(hour, 0, 23);
  const days = fieldOf(day, 1, 31);
  const months = fieldOf(month, 1, 12, monthNames);
  const weekdays = fieldOf(weekday, 0, 7, weekdayNames);
  if (rest.length > 0 || !minutes || !hours || !days || !months || !weekdays) return null;
  const fromMonday = new Set([...weekdays].map((n) => (n === 0 ? 7 : n)));
  const eitherDay = !day.startsWith("*") && !weekday.startsWith("*");
  const cron = { minutes, hours, days, months, weekdays: fromMonday, eitherDay };
  return lastTime(cron, new Date("2400-12-31T23:59:00Z"), "UTC") === null ? null : cron;
}

/** The last moment up to `now` at which the line's time came; in a night that has it twice, the first of the two. */
export function lastTime(cron: Cron, now: Date, timeZone: string): Instant | null {
  const today = wallTimeOf(now, timeZone).day;
  const minutes = [...cron.hours].flatMap((hour) => [...cron.minutes].map((minute) => hour * 60 + minute));
  minutes.sort((a, b) => b - a);
  for (let back = 0; back <= longestLookBack; back++) {
    const day = daysAfter(today, -back);
    if (!isDayOf(cron, day)) continue;
    for (const minute of minutes) {
      const [moment] = momentsOf(day, minute, timeZone);
      if (moment !== undefined && moment <= now) return toInstant(moment);
    }
  }
  return null;
}

function isDayOf({ days, months, weekdays, eitherDay }: Cron, day: Day): boolean {
  const [, month, date] = day.split("-").map(Number);
  if (!months.has(month ?? 0)) return false;
  const [byDate, byWeekday] = [days.has(date ?? 0), weekdays.has(weekdayOf(day))];
  return eitherDay ? byDate || byWeekday : byDate && byWeekday;
}

function fieldOf(
  text: string,
  least: number,
  most: number,
  names: readonly string[] = [],
): Set<number> | null {
  const found = new Set<number>();
  const numberOf = (word: string) => {
    const named = names.indexOf(word.toLowerCase());
    if (named >= 0) return named + least;
    return /^\d{1,2}$/.test(word) ? Number(word) : Number.NaN;
  };
  for (const item of text.split(",")) {
    const [, range = "", , step] = /^([^/]+)(\/(\d{1,2}))?$/.exec(item) ?? [];
    const [first = "", last] = range.split("-");
    const from = range === "*" ? least : numberOf(first);
    const openEnd = range === "*" || (step !== undefined && last === undefined);
    const to = openEnd ? most : numberOf(last ?? first);
    const by = step === undefined ? 1 : Number(step);
    if (!(from >= least && to <= most && from <= to && by > 0) || range.split("-").length > 2) return null;
    for (let n = from; n <= to; n += by) found.add(n);
  }
  return found;
}
