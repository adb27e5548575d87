import { type Day, daysAfter, type Instant } from "../instant";
import { compareTexts } from "../text-order";

/** When something bought renews, changes state or ends, and by when the council has to have acted. */
export interface LicenceRenewal {
  readonly source: "subscription" | "contract";
  readonly id: string;
  readonly day: Day;
  /** The notice date of a contract; the day itself where no notice is recorded. */
  readonly actBy: Day;
  /** A subscription says when its state changes next, which need not be its renewal. */
  readonly certain: boolean;
}

/** Before the day to act by, so many days ahead, its owner is reminded. */
export const reminderDays = [60, 30, 7] as const;

/** The days on which seats can still be given up, and the first day on which that saves money. */
export interface ReductionWindow {
  readonly lastDay: Day;
  readonly savesFrom: Day;
}

/** Null where Graph names no next change: it writes the year 9999, or nothing. */
export function subscriptionRenewal(id: string, nextLifecycle: Instant | null): LicenceRenewal | null {
  if (nextLifecycle === null || nextLifecycle.startsWith("9999-")) return null;
  const day = nextLifecycle.slice(0, 10);
  return { source: "subscription", id, day, actBy: day, certain: false };
}

/** Null for a contract whose end is open or not recorded. */
export function contractRenewal(contract: {
  readonly id: string;
  readonly end: Day | null;
  readonly noticeDate: Day | null;
}): LicenceRenewal | null {
  if (contract.end === null) return null;
  const { id, end, noticeDate } = contract;
  return { source: "contract", id, day: end, actBy: noticeDate ?? end, certain: true };
}

export function byDayToAct<R extends LicenceRenewal>(renewals: readonly R[]): R[] {
  return [...renewals].sort((a, b) => compareTexts(a.actBy, b.actBy) || compareTexts(a.id, b.id));
}

/** Null once the day to act by is over: until the next term nothing can be given up. */
export function reductionWindow(renewal: LicenceRenewal, today: Day): ReductionWindow | null {
  if (today > renewal.actBy) return null;
  return { lastDay: renewal.actBy, savesFrom: daysAfter(renewal.day, 1) };
}

/** What is further ahead than this is hardly decided yet. */
const decidedWithinDays = 180;

export function isNear({ actBy }: Pick<LicenceRenewal, "actBy">, today: Day): boolean {
  return actBy <= daysAfter(today, decidedWithinDays);
}

/** Whether somebody has to decide it soon: near, not over, and nothing that settles it. */
export function awaitsDecision(
  renewal: Pick<LicenceRenewal, "actBy"> & { readonly settled: string | null },
  today: Day,
): boolean {
  return renewal.settled === null && renewal.actBy >= today && isNear(renewal, today);
}

/** The reminder that is due: the nearest of those begun, so that one missed night sends one reminder, not two. */
export function reminderDue(renewal: LicenceRenewal, today: Day): (typeof reminderDays)[number] | null {
  if (today > renewal.actBy) return null;
  const begun = reminderDays.filter((days) => today >= daysAfter(renewal.actBy, -days));
  return begun.at(-1) ?? null;
}
