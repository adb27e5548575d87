import type { Instant } from "./instant";

/**
 * Nothing is sent to anybody after a restore: what was waiting when the back-up was made may have gone out since, and
 * only a person can know or decide.
 */
export interface SendingHold {
  /** When the back-up was put back. */
  readonly since: Instant;
  /** When it was made. */
  readonly backupAt: Instant;
}

/** `leave`: people may answer in My kit, and IT can try one of them again. */
export const holdDecisions = ["send", "leave"] as const;
export type HoldDecision = (typeof holdDecisions)[number];

/**
 * Whether a message that waits may have been sent before the restore, by the database that was lost: it was due by
 * then, and queued before the back-up. What was queued after the restore is certainly new.
 */
export function isDoubtful(
  { dueAt, queuedAt }: { readonly dueAt: Instant; readonly queuedAt: Instant },
  { since, backupAt }: SendingHold,
): boolean {
  return queuedAt <= backupAt && dueAt <= since;
}
