import type { Day, Instant } from "../instant";
import { Refusal } from "../refusal";

/** How much Microsoft says that it matters. */
export const vendorSeverities = ["normal", "high", "critical"] as const;
export type VendorSeverity = (typeof vendorSeverities)[number];

/** A message of the Microsoft 365 message center, as it was read. */
export interface VendorMessage {
  /** Microsoft's own, such as MC123456. */
  readonly id: string;
  readonly title: string;
  /** Text and nothing else. */
  readonly body: string;
  /** The services that it is about, by Microsoft's names. */
  readonly services: readonly string[];
  readonly severity: VendorSeverity;
  readonly isMajor: boolean;
  /** Microsoft wants something done by then. */
  readonly actionBy: Day | null;
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
  readonly changedAt: Instant;
}

export const vendorChangeStates = ["open", "taken-up", "dismissed"] as const;
export type VendorChangeState = (typeof vendorChangeStates)[number];

/** A message, and what was made of it here. */
export interface VendorChange extends VendorMessage {
  readonly state: VendorChangeState;
  /** Why it was dismissed. */
  readonly reason: string | null;
  /** The rollout that was made of it. */
  readonly rolloutId: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly firstSeenAt: Instant;
  readonly lastSeenAt: Instant;
  readonly version: number;
}

/**
 * A message as it was read again. What was decided stays; but one that was dismissed is open again once Microsoft moves the day or
 * says that it matters more, for that was not what somebody dismissed.
 */
export function seenAgain(before: VendorChange | null, message: VendorMessage, at: Instant): VendorChange {
  if (before === null) {
    const undecided = { reason: null, rolloutId: null, decidedBy: null, decidedAt: null };
    return { ...message, ...undecided, state: "open", firstSeenAt: at, lastSeenAt: at, version: 1 };
  }
  if (before.changedAt === message.changedAt) return { ...before, lastSeenAt: at };
  const rank = (of: VendorSeverity) => vendorSeverities.indexOf(of);
  const isOther = before.actionBy !== message.actionBy || rank(message.severity) > rank(before.severity);
  const again = before.state === "dismissed" && isOther;
  const opened = again ? ({ state: "open", reason: null, decidedBy: null, decidedAt: null } as const) : {};
  return { ...before, ...message, ...opened, lastSeenAt: at, version: before.version + 1 };
}

/** Whether anybody has to look at it: what concerns nothing in the register is listed once something was decided about it. */
export function concernsRegister({
  state,
  applications,
  licences,
}: Pick<VendorChange, "state"> & {
  readonly applications: readonly unknown[];
  readonly licences: readonly unknown[];
}): boolean {
  return state !== "open" || applications.length + licences.length > 0;
}

interface Decided {
  readonly by: string;
  readonly at: Instant;
}

/** @throws Refusal invalid `vendor-change-reason-missing`; conflict `vendor-change-taken` */
export function dismiss(change: VendorChange, reason: string | null, { by, at }: Decided): VendorChange {
  refuseTaken(change);
  if (!reason?.trim()) throw new Refusal("invalid", "vendor-change-reason-missing");
  return decided(change, { state: "dismissed", reason: reason.trim(), decidedBy: by, decidedAt: at });
}

/** @throws Refusal conflict `vendor-change-taken` */
export function reopen(change: VendorChange): VendorChange {
  refuseTaken(change);
  return decided(change, { state: "open", reason: null, decidedBy: null, decidedAt: null });
}

/** A rollout is made of it, once. @throws Refusal conflict `vendor-change-taken` */
export function takeUp(change: VendorChange, rolloutId: string, { by, at }: Decided): VendorChange {
  refuseTaken(change);
  return decided(change, { state: "taken-up", reason: null, rolloutId, decidedBy: by, decidedAt: at });
}

function refuseTaken({ state }: VendorChange): void {
  if (state === "taken-up") throw new Refusal("conflict", "vendor-change-taken");
}

function decided(change: VendorChange, after: Partial<VendorChange>): VendorChange {
  return { ...change, ...after, version: change.version + 1 };
}

/** Sorts the most pressing first: by the day to act, then newest first. */
export function pressOf({ actionBy, changedAt }: Pick<VendorChange, "actionBy" | "changedAt">): string {
  const newest = 9_999_999_999_999 - Date.parse(changedAt);
  return `${actionBy ?? "9999-99-99"} ${String(newest).padStart(13, "0")}`;
}
