import type { Day, Instant } from "../../src/domain/instant";
import { isDay } from "../../src/domain/instant";
import type { Money } from "../../src/domain/money";
import type { Text } from "./use-text";

export interface Format {
  /** `24 Nov 2026`; the empty dash for null. */
  readonly date: (value: Day | Instant | null) => string;
  /** `24 Nov 2026, 17:00` in the reader's time zone. */
  readonly dateTime: (value: Instant | null) => string;
  /** By calendar days as the reader lives them: `today`, `3 days ago`, `in 2 months`. */
  readonly relative: (value: Day | Instant | null, now?: Date) => string;
  readonly number: (value: number) => string;
  readonly money: (value: Money | null) => string;
}

const absent = "–";
const msPerDay = 86_400_000;

/**
 * Month names and relative times come from the catalogue, because browsers ship no Welsh dates: Chromium answers
 * `Intl.DateTimeFormat("cy")` in American English. Numbers and money are written alike in both languages.
 */
export function formatOf(text: Text): Format {
  const date = (value: Day | Instant | null) => (value === null ? absent : writeDay(text, localDay(value)));
  return {
    date,
    dateTime: (value) => (value === null ? absent : `${date(value)}, ${clockTime(new Date(value))}`),
    relative: (value, now = new Date()) =>
      value === null ? absent : writeDistance(text, daysBetween(now, localDay(value))),
    number: (value) => new Intl.NumberFormat("en-GB").format(value),
    money: (value) => (value === null ? absent : writeMoney(value)),
  };
}

/** A `YYYY-MM-DD` is that day everywhere; an instant falls on the reader's day. */
function localDay(value: Day | Instant): Date {
  return isDay(value) ? new Date(`${value}T00:00:00`) : new Date(value);
}

function writeDay(text: Text, day: Date): string {
  const month = text(`common.month.${day.getMonth()}` as "common.month.0");
  return `${day.getDate()} ${month} ${day.getFullYear()}`;
}

function clockTime(date: Date): string {
  return `${String(date.getHours()).padStart(2, "0")}:${String(date.getMinutes()).padStart(2, "0")}`;
}

function daysBetween(from: Date, to: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(to) - midnight(from)) / msPerDay);
}

function writeDistance(text: Text, days: number): string {
  if (days === 0) return text("common.relative.today");
  if (days === -1) return text("common.relative.yesterday");
  if (days === 1) return text("common.relative.tomorrow");
  const ago = days < 0;
  const size = Math.abs(days);
  if (size < 31) return text(ago ? "common.relative.daysAgo" : "common.relative.inDays", { count: size });
  const months = Math.floor(size / 30.44);
  if (months < 12)
    return text(ago ? "common.relative.monthsAgo" : "common.relative.inMonths", { count: months });
  const years = Math.floor(size / 365.25) || 1;
  return text(ago ? "common.relative.yearsAgo" : "common.relative.inYears", { count: years });
}

function writeMoney({ amount, currency }: Money): string {
  return new Intl.NumberFormat("en-GB", { style: "currency", currency }).format(Number(amount));
}
