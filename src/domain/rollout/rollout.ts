import { type Instant, toInstant } from "../instant";
import { Refusal } from "../refusal";
import type { WaveState } from "./wave";

/** What people get: an application of the register, or a model of device as devices name it. */
export type RolloutSubject = { readonly applicationId: string } | { readonly deviceModel: string };

/** Something that people are given in waves. */
export interface Rollout {
  readonly id: string;
  readonly name: string;
  readonly goal: string | null;
  readonly subject: RolloutSubject;
  /** Who answers for it; null once they have been erased. */
  readonly ownerId: string | null;
  /** The licence that it takes; null where none does, or nobody has said. */
  readonly skuId: string | null;
  /** A blocker that is open for so many days is the owner's. */
  readonly escalateAfterDays: number;
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly version: number;
}

export const usualEscalationDays = 7;
export const longestEscalationDays = 90;

export type RolloutDraft = Pick<
  Rollout,
  "name" | "goal" | "subject" | "ownerId" | "skuId" | "escalateAfterDays"
>;
/** Undefined leaves a field; what it is a rollout of stays. */
export type RolloutChange = {
  readonly [F in Exclude<keyof RolloutDraft, "subject">]?: RolloutDraft[F] | undefined;
};

export function planRollout(draft: RolloutDraft, id: string, createdBy: string, now: Date): Rollout {
  return { ...draft, id, createdBy, createdAt: toInstant(now), version: 1 };
}

/** @throws Refusal invalid `person-unknown`: somebody has to own it */
export function changeRollout(rollout: Rollout, wanted: RolloutChange): Rollout {
  if (wanted.ownerId === null) throw new Refusal("invalid", "person-unknown");
  return {
    ...rollout,
    name: wanted.name ?? rollout.name,
    goal: wanted.goal === undefined ? rollout.goal : wanted.goal,
    ownerId: wanted.ownerId ?? rollout.ownerId,
    skuId: wanted.skuId === undefined ? rollout.skuId : wanted.skuId,
    escalateAfterDays: wanted.escalateAfterDays ?? rollout.escalateAfterDays,
    version: rollout.version + 1,
  };
}

export const rolloutStates = ["planned", "running", "paused", "rolled-back", "finished"] as const;
export type RolloutState = (typeof rolloutStates)[number];

/** A rollout stands where its waves stand: one that runs makes it run, and between two waves it is under way too. */
export function rolloutState(waves: readonly { readonly state: WaveState }[]): RolloutState {
  const has = (state: WaveState) => waves.some((wave) => wave.state === state);
  if (has("running")) return "running";
  if (has("paused")) return "paused";
  if (has("finished")) return has("planned") ? "running" : has("rolled-back") ? "rolled-back" : "finished";
  return has("rolled-back") && !has("planned") ? "rolled-back" : "planned";
}
