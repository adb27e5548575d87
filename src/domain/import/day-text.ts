import { type Day, type Instant, isDay } from "../instant";

/** The ways in which people write days in figures. */
export const saidDayOrders = ["day-first", "month-first"] as const;
export type SaidDayOrder = (typeof saidDayOrders)[number];
/** How a column writes days in figures: `unsure` when every one of them could be read both ways. */
export type DayOrder = SaidDayOrder | "unsure";

export type DayReading =
  | { readonly kind: "day"; readonly day: Day; readonly time: string | null }
  | { readonly kind: "unreadable" | "not-real" | "ambiguous" };

const figures = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:,?[ T]+(.+))?$/;
const isoLike = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]+(.+))?$/;
const dayThenMonth =
  /^(?:\p{L}+\.?,? +)?(\d{1,2})(?:st|nd|rd|th)?[ -]+(\p{L}+)\.?,?[ -]+(\d{4}|\d{2})(?:,? +(.+))?$/u;
const monthThenDay = /^(?:\p{L}+\.?,? +)?(\p{L}+)\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})(?:,? +(.+))?$/u;
const clock = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(am|pm)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?$/i;

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const welshMonths = ["ion", "chwe", "maw", "ebr", "mai", "meh", "gor", "aws", "med", "hyd", "tach", "rha"];

/**
 * Decides how a column writes its days, from all of its values: one day over 12 in first place settles it for the UK way,
 * one in second place for the US way, and both together settle nothing. Nothing is guessed from the source.
 */
export function dayOrderOf(values: Iterable<string>): DayOrder {
  let dayFirst = false;
  let monthFirst = false;
  for (const value of values) {
    const match = figures.exec(value.trim());
    if (!match) continue;
    if (Number(match[1]) > 12) dayFirst = true;
    else if (Number(match[3]) > 12) monthFirst = true;
  }
  if (dayFirst === monthFirst) return "unsure";
  return dayFirst ? "day-first" : "month-first";
}

/** The first of a column's values that can be read both ways, where together they do not say which is meant; else null. */
export function unsureDayIn(values: readonly string[]): string | null {
  if (dayOrderOf(values) !== "unsure") return null;
  const isUnsure = (value: string) =>
    figures.test(value.trim()) && readDay(value, "unsure").kind === "ambiguous";
  return values.find(isUnsure) ?? null;
}

/** What databases and Intune write where there is no date. */
export function isNoDay(value: string): boolean {
  return /^(0000-00-00|0001-01-01|0?1\/0?1\/0001)/.test(value.trim());
}

/** The day so many months later; the 31st becomes the last day of a shorter month. */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + count, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/** A day in any of the ways that people and exports write one. */
export function readDay(value: string, order: DayOrder): DayReading {
  const text = value.trim();
  const iso = isoLike.exec(text);
  if (iso) return reading(iso[1], iso[3], iso[4], iso[5]);
  const figure = figures.exec(text);
  if (figure) return readFigures(figure, order);
  const worded = dayThenMonth.exec(text);
  if (worded) return reading(worded[3], monthOf(worded[2]), worded[1], worded[4]);
  const american = monthThenDay.exec(text);
  if (american) return reading(american[3], monthOf(american[1]), american[2], american[4]);
  return { kind: "unreadable" };
}

/** A moment; without a time of day it is midnight, without a zone UTC. Null for what is no clock time. */
export function momentOf(day: Day, time: string | null): Instant | null {
  if (time === null) return `${day}T00:00:00.000Z`;
  const match = clock.exec(time.trim());
  if (!match) return null;
  const half = match[4]?.toLowerCase();
  const hour = (Number(match[1]) % (half ? 12 : 24)) + (half === "pm" ? 12 : 0);
  const zone = /^[+-]/.test(match[5] ?? "") ? (match[5] ?? "").replace(/^(...):?/, "$1:") : "Z";
  const moment = new Date(`${day}T${pad(hour)}:${match[2]}:${match[3] ?? "00"}${zone}`);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}

function readFigures(match: RegExpExecArray, order: DayOrder): DayReading {
  const [, first, , second, year, time] = match;
  const undecided = order === "unsure" && Number(first) <= 12 && Number(second) <= 12 && first !== second;
  if (undecided) return { kind: "ambiguous" };
  return order === "month-first" ? reading(year, first, second, time) : reading(year, second, first, time);
}

function reading(
  year: string | undefined,
  month: string | null | undefined,
  day: string | undefined,
  time: string | undefined,
): DayReading {
  if (month === null || (time !== undefined && !clock.test(time.trim()))) return { kind: "unreadable" };
  const text = `${fullYear(year ?? "")}-${pad(month ?? "")}-${pad(day ?? "")}`;
  return isDay(text) && text >= "1970-01-01"
    ? { kind: "day", day: text, time: time ?? null }
    : { kind: "not-real" };
}

function fullYear(year: string): string {
  return year.length === 2 ? `${Number(year) < 70 ? "20" : "19"}${year}` : year;
}

function monthOf(word: string | undefined): string | null {
  const text = (word ?? "").toLowerCase();
  const at = [months, welshMonths].map((names) => names.findIndex((name) => text.startsWith(name)));
  const found = at.find((index) => index >= 0);
  return found === undefined ? null : String(found + 1);
}

function pad(figure: string | number): string {
  return String(figure).padStart(2, "0");
}
