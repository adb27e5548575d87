import { type Day, daysAfter, type Instant, toInstant } from "../instant";
import { Refusal } from "../refusal";
import { momentsOf, wallTimeOf } from "./wall-time";

export const recurrenceUnits = ["week", "month"] as const;
export type RecurrenceUnit = (typeof recurrenceUnits)[number];

/** How often a check-in is asked again: every so many weeks or months. */
export interface Recurrence {
  readonly every: number;
  readonly unit: RecurrenceUnit;
  /** The last day on which it may begin again; null goes on until somebody ends it. */
  readonly until: Day | null;
}

/** Which run of a series a check-in is. Every run is a check-in of its own, with its own audience, copies and answers. */
export interface Series {
  /** The id of the first run. */
  readonly id: string;
  /** 1 for the first. */
  readonly run: number;
  /** When the first run began and closed: all later ones are reckoned from these, so that none drifts. */
  readonly from: Instant;
  readonly closes: Instant;
  /** When it is asked again; null once a later run has begun, and after the end of the series. */
  readonly nextRunAt: Instant | null;
}

/** More than two years apart it is no rhythm that anybody remembers. */
export const mostApart: Readonly<Record<RecurrenceUnit, number>> = { week: 104, month: 24 };
/** A year of months has every length that a month can have. */
const looksAhead = 13;

/** When a run begins and closes. */
export interface RunWindow {
  readonly opensAt: Instant;
  readonly closesAt: Instant;
}

/**
 * Run number `run` of a series, 1 being the first: at the same time of day by the clock on the wall, whatever the clocks
 * did between, and on the same day of the month, or on its last where it has no such day.
 */
export function windowOf(
  { from, closes }: Pick<Series, "from" | "closes">,
  { every, unit }: Recurrence,
  run: number,
  timeZone: string,
): RunWindow {
  const [begins, ends] = [wallTimeOf(new Date(from), timeZone), wallTimeOf(new Date(closes), timeZone)];
  const apart = every * (run - 1);
  const day = unit === "week" ? daysAfter(begins.day, 7 * apart) : monthsAfter(begins.day, apart);
  const lasts = Math.round((Date.parse(ends.day) - Date.parse(begins.day)) / 86_400_000);
  return {
    opensAt: momentAt(day, begins.minute, from, timeZone),
    closesAt: momentAt(daysAfter(day, lasts), ends.minute, closes, timeZone),
  };
}

/** The same day of a later month; the 31st becomes the last day of a shorter one. */
export function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return toInstant(first).slice(0, 10);
}

/** When run number `run` begins; null after the end of the series. */
export function beginOf(
  series: Pick<Series, "from" | "closes">,
  recurrence: Recurrence,
  run: number,
  timeZone: string,
): Instant | null {
  const { opensAt } = windowOf(series, recurrence, run, timeZone);
  const { until } = recurrence;
  return until !== null && wallTimeOf(new Date(opensAt), timeZone).day > until ? null : opensAt;
}

/**
 * The run whose time has come after run number `ran`. Runs that were missed altogether are not made up for: of several
 * that would have begun, the last one that is still open is asked.
 * @returns null when none is due yet, and after the end of the series
 */
export function dueRun(
  series: Series,
  recurrence: Recurrence,
  now: Date,
  timeZone: string,
): (RunWindow & { readonly run: number }) | null {
  const at = toInstant(now);
  let due: (RunWindow & { readonly run: number }) | null = null;
  for (let run = series.run + 1; ; run += 1) {
    const begins = beginOf(series, recurrence, run, timeZone);
    if (begins === null || begins > at) return due;
    const window = windowOf(series, recurrence, run, timeZone);
    if (window.closesAt > at) due = { run, ...window };
  }
}

/** The first run that begins after this moment. */
export function nextRunAfter(
  series: Pick<Series, "from" | "closes" | "run">,
  recurrence: Recurrence,
  now: Date,
  timeZone: string,
): Instant | null {
  for (let run = series.run + 1; ; run += 1) {
    const begins = beginOf(series, recurrence, run, timeZone);
    if (begins === null || begins > toInstant(now)) return begins;
  }
}

/**
 * @throws Refusal invalid `recurrence-invalid` for a rhythm that cannot be kept, `recurrence-overlaps` where it would be
 * asked again while it is still open
 */
export function checkRecurrence(recurrence: Recurrence, window: RunWindow, timeZone: string): void {
  const { every, unit } = recurrence;
  if (!Number.isInteger(every) || every < 1 || every > mostApart[unit]) {
    throw new Refusal("invalid", "recurrence-invalid");
  }
  const series = { from: window.opensAt, closes: window.closesAt };
  let closes = window.closesAt;
  for (let run = 2; run <= looksAhead; run += 1) {
    const { opensAt, closesAt } = windowOf(series, recurrence, run, timeZone);
    if (opensAt < closes) throw new Refusal("invalid", "recurrence-overlaps");
    closes = closesAt;
  }
}

function momentAt(day: Day, minute: number, like: Instant, timeZone: string): Instant {
  const beyondMinute = Date.parse(like) % 60_000;
  const [moment = new Date(`${day}T00:00:00Z`)] = momentsOf(day, minute, timeZone);
  return toInstant(new Date(moment.getTime() + beyondMinute));
}
