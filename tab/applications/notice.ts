import type { Renewal } from "../../src/domain/application/contract";
import type { Day } from "../../src/domain/instant";

/** Days before a notice date at which it asks to be looked at. */
const soonDays = 60;

export type NoticeState = "over" | "soon" | "far" | "ended" | "renewed" | "unknown";

interface Dated {
  readonly end: Day | null;
  readonly noticeDate: Day | null;
}

/** What a contract's dates ask for today. One that renews by itself has not ended because its end is past. */
export function noticeState(
  { end, noticeDate, renewal }: Dated & { readonly renewal: Renewal | null },
  today: Day,
): NoticeState {
  if (end !== null && end < today) return renewal === "tacit" ? "renewed" : "ended";
  if (noticeDate === null) return "unknown";
  if (noticeDate < today) return "over";
  return Date.parse(noticeDate) - Date.parse(today) <= soonDays * 86_400_000 ? "soon" : "far";
}

export interface NoticeGroups<T> {
  readonly upcoming: readonly T[];
  readonly passed: readonly T[];
  readonly unknown: readonly T[];
}

/** Upcoming soonest first, passed latest first. */
export function byNotice<T extends Dated>(contracts: readonly T[], today: Day): NoticeGroups<T> {
  const dated = contracts
    .filter(({ noticeDate }) => noticeDate !== null)
    .toSorted((one, other) => ((one.noticeDate ?? "") < (other.noticeDate ?? "") ? -1 : 1));
  return {
    upcoming: dated.filter(({ noticeDate }) => (noticeDate ?? "") >= today),
    passed: dated.filter(({ noticeDate }) => (noticeDate ?? "") < today).reverse(),
    unknown: contracts.filter(({ noticeDate }) => noticeDate === null),
  };
}
