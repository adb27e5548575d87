import type { Day } from "../instant";

/** A moment as a clock on the wall shows it. */
export interface WallTime {
  readonly day: Day;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** Minutes since midnight, as the clock shows them. */
  readonly minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const parts = {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  } as const;
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, ...parts, hourCycle: "h23" });
  formats.set(timeZone, format);
  return format;
}

export function wallTimeOf(at: Date, timeZone: string): WallTime {
  const found = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => found.get(name) ?? "";
  const day = `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
  return { day, weekday: weekdayOf(day), minute: Number(part("hour")) * 60 + Number(part("minute")) };
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

/**
 * The moments at which a clock on the wall shows this time, the earlier one first: two in the night in which clocks go
 * back. In the night in which they go forward it may be none; then it is the moment that it would have been.
 */
export function momentsOf(day: Day, minute: number, timeZone: string): Date[] {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + minute * 60_000;
  const offsets = [asUtc - 86_400_000, asUtc + 86_400_000].map((near) => offsetAt(new Date(near), timeZone));
  const moments = [...new Set(offsets)].map((offset) => asUtc - offset).sort((a, b) => a - b);
  const shown = moments.filter((ms) => offsetAt(new Date(ms), timeZone) === asUtc - ms);
  return (shown.length > 0 ? shown : moments.slice(-1)).map((ms) => new Date(ms));
}

/** How far the wall clock is ahead of UTC, in milliseconds; whole minutes. */
function offsetAt(at: Date, timeZone: string): number {
  const { day, minute } = wallTimeOf(at, timeZone);
  const wholeMinute = Math.floor(at.getTime() / 60_000) * 60_000;
  return Date.parse(`${day}T00:00:00Z`) + minute * 60_000 - wholeMinute;
}
