import type { ContractAnswer } from "../../../src/contracts/supplier-contract";
import { addDays, type Day } from "../../../src/domain/instant";

/** A stretch of the whole width, in percent. */
export interface Stretch {
  readonly left: number;
  readonly width: number;
}

export interface TimelineRow {
  readonly contract: ContractAnswer;
  /** From start to end, as far as it is shown. */
  readonly whole: Stretch;
  /** From the notice date to the end: too late to leave. Null while that date is unknown or out of sight. */
  readonly bound: Stretch | null;
  /** Where notice is due, in percent; null when unknown or out of sight. */
  readonly notice: number | null;
  /** It goes on beyond what is shown, or nobody recorded where it begins or ends. */
  readonly openLeft: boolean;
  readonly openRight: boolean;
}

export interface Timeline {
  readonly rows: readonly TimelineRow[];
  readonly years: readonly { readonly year: number; readonly at: number }[];
  readonly today: number;
}

const daysBack = 183;
const leastDaysOn = 540;
const mostDaysOn = 5 * 365;

/**
 * Contracts that run in the time shown, the next to act upon first: half a year back, and on until the last one ends,
 * five years at most.
 */
export function timelineOf(contracts: readonly ContractAnswer[], today: Day): Timeline {
  const now = new Date(`${today}T00:00:00Z`);
  const from = Number(addDays(now, -daysBack));
  const ends = contracts.map(({ end }) => (end === null ? 0 : at(end)));
  const until = Math.min(
    Number(addDays(now, mostDaysOn)),
    Math.max(Number(addDays(now, leastDaysOn)), ...ends.map((end) => Number(addDays(new Date(end), 30)))),
  );
  const percent = (ms: number) => ((Math.min(until, Math.max(from, ms)) - from) / (until - from)) * 100;
  const shown = contracts.filter((contract) => isShown(contract, from, until));
  return {
    rows: [...shown]
      .sort((a, b) => compare(orderOf(a), orderOf(b)))
      .map((contract) => rowOf(contract, from, until, percent)),
    years: yearsBetween(from, until).map((year) => ({ year, at: percent(Date.UTC(year, 0, 1)) })),
    today: percent(Number(now)),
  };
}

/** One without an end is shown too: it runs on. */
function isShown({ start, end }: ContractAnswer, from: number, until: number): boolean {
  if (start === null && end === null) return false;
  return (end === null || at(end) >= from) && (start === null || at(start) <= until);
}

function rowOf(
  contract: ContractAnswer,
  from: number,
  until: number,
  percent: (ms: number) => number,
): TimelineRow {
  const { start, end, noticeDate } = contract;
  const left = start === null ? 0 : percent(at(start));
  const right = end === null ? 100 : percent(at(end));
  const notice = noticeDate === null ? null : at(noticeDate);
  const seen = notice !== null && notice >= from && notice <= until;
  const lateFrom =
    notice !== null && notice <= until && end !== null ? Math.max(left, percent(notice)) : null;
  return {
    contract,
    whole: { left, width: right - left },
    bound: lateFrom === null ? null : { left: lateFrom, width: Math.max(0, right - lateFrom) },
    notice: seen ? percent(notice) : null,
    openLeft: start === null || at(start) < from,
    openRight: end === null || at(end) > until,
  };
}

/** The soonest date to act upon. */
function orderOf({ noticeDate, end, applicationName }: ContractAnswer): string {
  return `${noticeDate ?? end ?? "9999"} ${applicationName}`;
}

function yearsBetween(from: number, until: number): number[] {
  const first = new Date(from).getUTCFullYear() + 1;
  const last = new Date(until).getUTCFullYear();
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n);
}

function at(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
