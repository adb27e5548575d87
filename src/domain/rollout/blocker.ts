import { addDays, type Instant, toInstant } from "../instant";
import { Refusal } from "../refusal";

export const blockerStates = ["open", "in-hand", "solved", "dismissed"] as const;
export type BlockerState = (typeof blockerStates)[number];

/** What keeps people, or a whole wave, from going on. */
export interface Blocker {
  readonly id: string;
  readonly rolloutId: string;
  /** Null when it stands in the way of the whole rollout. */
  readonly waveId: string | null;
  /** Whose it is, where it is one person's. */
  readonly personId: string | null;
  /** In the words of whoever raised it; null when somebody said only that it does not work. */
  readonly text: string | null;
  readonly raisedBy: string;
  readonly raisedAt: Instant;
  /** Who sees to it. */
  readonly ownerId: string | null;
  readonly state: BlockerState;
  /** How it was solved, or why it is none. */
  readonly resolution: string | null;
  readonly resolvedBy: string | null;
  readonly resolvedAt: Instant | null;
  /** The answer that raised it; null when IT did. */
  readonly deliveryId: string | null;
  readonly version: number;
}

export type BlockerDraft = Pick<
  Blocker,
  "rolloutId" | "waveId" | "personId" | "text" | "ownerId" | "deliveryId"
>;

export function raiseBlocker(draft: BlockerDraft, id: string, raisedBy: string, now: Date): Blocker {
  const open = { state: "open", resolution: null, resolvedBy: null, resolvedAt: null } as const;
  return { ...draft, id, raisedBy, raisedAt: toInstant(now), ...open, version: 1 };
}

export function isResolved({ state }: Pick<Blocker, "state">): boolean {
  return state === "solved" || state === "dismissed";
}

/** Undefined leaves a field, null clears it. */
export interface BlockerChange {
  readonly text?: string | undefined;
  readonly state?: BlockerState | undefined;
  readonly ownerId?: string | null | undefined;
  readonly resolution?: string | null | undefined;
}

/**
 * A blocker after a step on it. One in hand is somebody's: of whoever takes it, unless another is named.
 * @throws Refusal invalid `blocker-reason-missing` for dismissing without saying why
 */
export function workOnBlocker(blocker: Blocker, wanted: BlockerChange, by: string, now: Date): Blocker {
  const state = wanted.state ?? blocker.state;
  const resolution = wanted.resolution === undefined ? blocker.resolution : wanted.resolution?.trim() || null;
  if (state === "dismissed" && resolution === null) throw new Refusal("invalid", "blocker-reason-missing");
  const named = wanted.ownerId === undefined ? blocker.ownerId : wanted.ownerId;
  const done = isResolved({ state });
  return {
    ...blocker,
    text: wanted.text ?? blocker.text,
    state,
    resolution,
    ownerId: state === "in-hand" ? (named ?? by) : named,
    resolvedBy: done ? (blocker.resolvedBy ?? by) : null,
    resolvedAt: done ? (blocker.resolvedAt ?? toInstant(now)) : null,
    version: blocker.version + 1,
  };
}

/** Open for so long that it is the rollout's owner's. */
export function isEscalated(
  blocker: Pick<Blocker, "state" | "raisedAt">,
  escalateAfterDays: number,
  now: Date,
): boolean {
  return !isResolved(blocker) && blocker.raisedAt <= escalatesBefore(escalateAfterDays, now);
}

/** What was raised by then and is still open is escalated. */
export function escalatesBefore(escalateAfterDays: number, now: Date): Instant {
  return toInstant(addDays(now, -escalateAfterDays));
}
