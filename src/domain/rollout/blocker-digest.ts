import { addDays, type Day, type Instant, toInstant } from "../instant";
import type { Note } from "../note";

/** A blocker that was open for as long as its rollout allows: it is the owner's of the rollout now. */
export interface EscalatedBlocker {
  readonly id: string;
  readonly rolloutId: string;
  readonly rolloutName: string;
  readonly raisedAt: Instant;
  /** Of the rollout. */
  readonly ownerId: string;
}

/** A rollout that is kept from going on. */
export interface BlockedRollout {
  readonly name: string;
  readonly count: number;
  /** When its oldest was raised. */
  readonly since: Day;
}

export interface BlockerDigest {
  readonly total: number;
  /** The one that has waited longest first; no more than are named. */
  readonly rollouts: readonly BlockedRollout[];
  /** How many rollouts are not named. */
  readonly more: number;
}

/** A note that could not be sent in so many days is not sent any more. */
const sentWithinDays = 14;
const namedRollouts = 5;

/** Whose a blocker has become is told once; a new owner is told too. */
export function blockerNotes(escalated: readonly EscalatedBlocker[], now: Date, newId: () => string): Note[] {
  return escalated.map(
    ({ id, ownerId }): Note => ({
      id: newId(),
      identity: ["blocker", id, ownerId].join("|"),
      personId: ownerId,
      kind: "blockers",
      renewal: null,
      decidedAt: toInstant(now),
      closesAt: toInstant(addDays(now, sentWithinDays)),
    }),
  );
}

/**
 * What the owner of rollouts is told of them. No words of a blocker: they may name people, and a chat keeps them.
 * @returns null when there is nothing to say
 */
export function blockerDigestOf(escalated: readonly EscalatedBlocker[]): BlockerDigest | null {
  if (escalated.length === 0) return null;
  const byRollout = new Map<string, BlockedRollout>();
  for (const { rolloutId, rolloutName, raisedAt } of escalated) {
    const day = raisedAt.slice(0, 10);
    const { count = 0, since = day } = byRollout.get(rolloutId) ?? {};
    const oldest = day < since ? day : since;
    byRollout.set(rolloutId, { name: rolloutName, count: count + 1, since: oldest });
  }
  const order = (one: BlockedRollout) => `${one.since} ${one.name}`;
  const rollouts = [...byRollout.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  const named = rollouts.slice(0, namedRollouts);
  return { total: escalated.length, rollouts: named, more: rollouts.length - named.length };
}
