import { type Day, daysAfter } from "../instant";
import { momentsOf, wallTimeOf, weekdayOf } from "./wall-time";

/** Hours of a week, by the clock on the wall. */
export interface WeekHours {
  /** 1 is Monday, 7 is Sunday. */
  readonly days: readonly number[];
  /** `08:00` */
  readonly from: string;
  /** Not included; `24:00` is the end of the day. */
  readonly until: string;
}

/** When one person may be written to. */
export interface GoodTimes {
  readonly timeZone: string;
  readonly hours: WeekHours;
  /** Days on which nobody is written to. */
  readonly closedDays: ReadonlySet<Day>;
}

/** What somebody may be put off to. */
export const snoozes = ["tomorrow", "next-week"] as const;
export type Snooze = (typeof snoozes)[number];

/** Further ahead nothing is planned; no office is closed for so long. */
const mostDays = 62;
const minuteMs = 60_000;
const minutesOfDay = 1_440;

export function isGoodTime(times: GoodTimes, at: Date): boolean {
  const { day, minute } = wallTimeOf(at, times.timeZone);
  return (
    isOpenOn(times, day) && minute >= minutesOf(times.hours.from) && minute < minutesOf(times.hours.until)
  );
}

/** The first good moment that is not before `from`; `from` itself when there is none for two months. */
export function nextGoodTime(times: GoodTimes, from: Date): Date {
  if (isGoodTime(times, from)) return from;
  const today = wallTimeOf(from, times.timeZone).day;
  for (let ahead = 0; ahead <= mostDays; ahead += 1) {
    const day = daysAfter(today, ahead);
    if (!isOpenOn(times, day)) continue;
    const good = candidates(times, day).find((moment) => moment >= from && isGoodTime(times, moment));
    if (good !== undefined) return good;
  }
  return from;
}

/** Where good time may begin on a day: at the opening, or, when clocks change, at any minute that is skipped to. */
function candidates(times: GoodTimes, day: Day): Date[] {
  const begins = startOf(times, day).getTime();
  const minutes = (startOf(times, daysAfter(day, 1)).getTime() - begins) / minuteMs;
  if (minutes === minutesOfDay) return momentsOf(day, minutesOf(times.hours.from), times.timeZone);
  return Array.from({ length: minutes }, (_, minute) => new Date(begins + minute * minuteMs));
}

/** When somebody who said "tomorrow" or "next week" is asked again. */
export function snoozedUntil(times: GoodTimes, snooze: Snooze, now: Date): Date {
  const { day, weekday } = wallTimeOf(now, times.timeZone);
  return nextGoodTime(times, startOf(times, daysAfter(day, snooze === "tomorrow" ? 1 : 8 - weekday)));
}

/** The moment so many working days ago, at the same time of day. */
export function workingDaysBefore(times: GoodTimes, now: Date, days: number): Date {
  const { day: today, minute } = wallTimeOf(now, times.timeZone);
  let day = today;
  for (let left = days, back = 0; left > 0 && back < mostDays; back += 1) {
    day = daysAfter(day, -1);
    if (isOpenOn(times, day)) left -= 1;
  }
  const [moment = now] = momentsOf(day, minute, times.timeZone);
  return moment;
}

/** Whether hours can be kept at all: days of the week, and from before until. */
export function areSoundHours({ days, from, until }: WeekHours): boolean {
  const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
  const areDays = days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);
  return areDays && days.length > 0 && isTime(from) && (isTime(until) || until === "24:00") && from < until;
}

function isOpenOn({ hours, closedDays }: GoodTimes, day: Day): boolean {
  return hours.days.includes(weekdayOf(day)) && !closedDays.has(day);
}

function startOf({ timeZone }: GoodTimes, day: Day): Date {
  const [moment = new Date(`${day}T00:00:00Z`)] = momentsOf(day, 0, timeZone);
  return moment;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
