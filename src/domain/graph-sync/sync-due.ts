import { addDays, type Instant } from "../instant";
import { type Cron, lastTime } from "./cron";

/** When syncs begin by themselves. */
export interface SyncSchedule {
  /** `SYNC_FULL_CRON`, by the clock on the wall; null for never. */
  readonly full: Cron | null;
  /** `SYNC_DELTA_MINUTES`; null for never. */
  readonly deltaMinutes: number | null;
  readonly timeZone: string;
}

/** What is known of syncs so far. */
export interface SyncPast {
  /** When the last full one began; null for never. */
  readonly lastFull: Instant | null;
  /** When the last one of any kind began. */
  readonly last: Instant | null;
  /** Where the changes of people since the last reading are asked for; null where there is none. */
  readonly people: { readonly asOf: Instant; readonly deltaLink: string } | null;
  /** Whether a reading waits for an administrator's word; changes then wait too, or they would take its place. */
  readonly waiting: boolean;
}

/** Graph forgets where a delta link of directory objects leads after seven days. */
const deltaLinkDays = 7;

/** Notes of syncs hold numbers only; this long they answer why a figure changed. */
export const runsKeptDays = 90;

/** A full one that was missed is made up for; where changes cannot be had, everything is read, once a day. */
export function syncDue({ full, deltaMinutes, timeZone }: SyncSchedule, past: SyncPast, now: Date) {
  const fullTime = full && lastTime(full, now, timeZone);
  if (fullTime !== null && (past.lastFull === null || past.lastFull < fullTime)) return "full";
  if (deltaMinutes === null || past.waiting) return null;
  if (past.last !== null && now.getTime() - Date.parse(past.last) < deltaMinutes * 60_000) return null;
  if (past.people !== null && canAskForChanges(past.people, now)) return "delta";
  return past.lastFull === null || Date.parse(past.lastFull) <= addDays(now, -1).getTime() ? "full" : null;
}

export function canAskForChanges(
  { asOf, deltaLink }: { readonly asOf: Instant; readonly deltaLink: string },
  now: Date,
): boolean {
  return deltaLink !== "" && Date.parse(asOf) > addDays(now, -deltaLinkDays).getTime();
}
