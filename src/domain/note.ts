import { addDays, type Day, type Instant, toInstant } from "./instant";

/** What the bot tells of its own accord without asking anything: that a renewal is near, what there is to do, what waits too long. */
export const noteKinds = ["renewal", "findings", "blockers"] as const;
export type NoteKind = (typeof noteKinds)[number];

/**
 * A message that asks nothing: it is sent, or it is not, and is never answered. What it says is looked up when it is
 * sent, so that it tells the figures of that moment.
 */
export interface Note {
  readonly id: string;
  /** What it is about and to whom: nothing is decided twice. */
  readonly identity: string;
  readonly personId: string;
  readonly kind: NoteKind;
  /** Null for a digest of findings or blockers. */
  readonly renewal: NotedRenewal | null;
  readonly decidedAt: Instant;
  /** Afterwards it is not sent any more. */
  readonly closesAt: Instant;
}

/** UTC, after the night's sync and the night's findings. */
const decidedFromHour = 4;

/** The night to which a moment belongs: who is told what is decided once in each. */
export function nightOf(now: Date): Day {
  return toInstant(addDays(now, -decidedFromHour / 24)).slice(0, 10);
}

export interface NotedRenewal {
  readonly source: "subscription" | "contract";
  readonly id: string;
  readonly actBy: Day;
  /** How many days ahead it was decided. */
  readonly daysAhead: number;
}
