import type { Instant } from "../instant";

export const useBands = ["active", "light", "dormant", "never", "unknown"] as const;
export type UseBand = (typeof useBands)[number];

/** Up to so many days since the last use a licence is in active use. */
export const activeDays = 30;

/** From this day on directories keep sign-ins; who joined before may have used something unseen. */
const signInsKeptSince = "2020-04-01";

export interface UseRules {
  /** `INACTIVE_DAYS`. */
  readonly inactiveDays: number;
  /** `NEW_USER_GRACE_DAYS`. */
  readonly graceDays: number;
}

/** Days that sign-in activity gives; each counts, because any of them can be the only one kept. */
export interface SignIns {
  readonly interactive: Instant | null;
  readonly nonInteractive: Instant | null;
  readonly successful: Instant | null;
}

/** What is known of use: absent sign-in activity is `null`, which says nothing about use. */
export interface UseEvidence {
  readonly signIns: SignIns | null;
  readonly createdAt: Instant | null;
  /** The last activity in a usage report; none in a report says nothing, because it looks back over a window. */
  readonly reported?: Instant | null;
}

/** The latest of all dates; Graph writes year 1 for none. */
export function lastUse(signIns: SignIns | null): Instant | null {
  if (signIns === null) return null;
  const dates = [signIns.interactive, signIns.nonInteractive, signIns.successful];
  const real = dates.filter((date): date is Instant => date !== null && !date.startsWith("0001-"));
  return real.sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1) ?? null;
}

/** The latest sign of use from any source. */
export function lastSeen({
  signIns,
  reported = null,
}: Pick<UseEvidence, "signIns" | "reported">): Instant | null {
  const signedIn = lastUse(signIns);
  if (signedIn === null || reported === null) return signedIn ?? reported;
  return Date.parse(reported) > Date.parse(signedIn) ? reported : signedIn;
}

/** Seen from `asOf`: the moment of the sync, or the refresh date of a report, never a later one. */
export function useBand(evidence: UseEvidence, asOf: Date, rules: UseRules): UseBand {
  const last = lastSeen(evidence);
  if (last === null && evidence.signIns === null) return "unknown";
  if (last === null) return wouldHaveBeenSeen(evidence.createdAt, asOf, rules) ? "never" : "unknown";
  const days = daysBetween(last, asOf);
  if (days <= activeDays) return "active";
  return days <= rules.inactiveDays ? "light" : "dormant";
}

/** Unknown is never counted as unused. */
export function isUnused(band: UseBand): boolean {
  return band === "dormant" || band === "never";
}

function wouldHaveBeenSeen(createdAt: Instant | null, asOf: Date, { graceDays }: UseRules): boolean {
  return createdAt !== null && createdAt >= signInsKeptSince && daysBetween(createdAt, asOf) > graceDays;
}

function daysBetween(from: Instant, to: Date): number {
  return (to.getTime() - Date.parse(from)) / 86_400_000;
}
