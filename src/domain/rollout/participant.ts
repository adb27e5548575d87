import type { Day } from "../instant";
import { Refusal } from "../refusal";

/** How far somebody is, in this order. */
export const stages = ["planned", "invited", "trained", "live", "confirmed"] as const;
export type Stage = (typeof stages)[number];

export const participantStates = [...stages, "blocked", "exempt"] as const;
export type ParticipantState = (typeof participantStates)[number];

/** A person in a wave. Whoever is in one wave of a rollout is in no other of it. */
export interface Participant {
  readonly waveId: string;
  readonly rolloutId: string;
  readonly personId: string;
  readonly state: ParticipantState;
  /** Where somebody goes on who is blocked or exempt; null for everybody else. */
  readonly before: Stage | null;
  /** Helps others in their team. */
  readonly champion: boolean;
  /** Why somebody is exempt. */
  readonly reason: string | null;
  /** What blocks them. */
  readonly blockerId: string | null;
  readonly invitedOn: Day | null;
  /** Null for whoever went on without training. */
  readonly trainedOn: Day | null;
  readonly liveOn: Day | null;
  /** Null unless they are confirmed now. */
  readonly confirmedOn: Day | null;
  readonly rolledBackOn: Day | null;
}

export function enrol(personId: string, waveId: string, rolloutId: string): Participant {
  const days = { invitedOn: null, trainedOn: null, liveOn: null, confirmedOn: null, rolledBackOn: null };
  const nothing = { before: null, champion: false, reason: null, blockerId: null };
  return { waveId, rolloutId, personId, state: "planned", ...nothing, ...days };
}

/** How far somebody is, blocked or not. */
export function stageOf({ state, before }: Pick<Participant, "state" | "before">): Stage {
  return state === "blocked" || state === "exempt" ? (before ?? "planned") : state;
}

function rank(stage: Stage): number {
  return stages.indexOf(stage);
}

function lower(one: Stage, other: Stage): Stage {
  return rank(one) < rank(other) ? one : other;
}

/** At that stage since that day; days of stages beyond it are gone, those before it stay. */
function at(participant: Participant, stage: Stage, day: Day): Participant {
  const reached = rank(stage);
  const { invitedOn, trainedOn, liveOn, confirmedOn } = participant;
  return {
    ...participant,
    state: stage,
    before: null,
    reason: null,
    blockerId: null,
    invitedOn: reached >= rank("invited") ? (invitedOn ?? day) : null,
    trainedOn: reached < rank("trained") ? null : stage === "trained" ? (trainedOn ?? day) : trainedOn,
    liveOn: reached >= rank("live") ? (liveOn ?? day) : null,
    confirmedOn: stage === "confirmed" ? (confirmedOn ?? day) : null,
  };
}

/** Whoever is blocked has at most got it: it is not confirmed that it works. */
export function block(participant: Participant, blockerId: string, day: Day): Participant {
  const before = lower(stageOf(participant), "live");
  return { ...at(participant, before, day), state: "blocked", before, blockerId };
}

/** Goes on where they were; null when something else blocks them, or nothing does. */
export function unblock(participant: Participant, blockerId: string, day: Day): Participant | null {
  if (participant.state !== "blocked" || participant.blockerId !== blockerId) return null;
  return at(participant, stageOf(participant), day);
}

/** @throws Refusal invalid `participant-reason-missing` */
export function exempt(participant: Participant, reason: string | null, day: Day): Participant {
  if (!reason?.trim()) throw new Refusal("invalid", "participant-reason-missing");
  const before = lower(stageOf(participant), "trained");
  return { ...at(participant, before, day), state: "exempt", before, reason: reason.trim() };
}

/** The reason of whoever is exempt because they left; shown in the reader's language. */
export const leftReason = "left";

/** Has left: whoever had not confirmed is exempt. Null where nothing changes: what was confirmed stays so. */
export function leave(participant: Participant, day: Day): Participant | null {
  const { state } = participant;
  return state === "exempt" || state === "confirmed" ? null : exempt(participant, leftReason, day);
}

/** As somebody in IT has it, forwards or back. */
export function moveTo(participant: Participant, stage: Stage, day: Day): Participant {
  return at(participant, stage, day);
}

/** Has been asked, or told when the training is; whoever is further stays there. */
export function invite(participant: Participant, day: Day): Participant {
  return participant.state === "planned" ? at(participant, "invited", day) : participant;
}

/** Was at a training. Whoever is further, or does without, stays so. */
export function train(participant: Participant, day: Day): Participant {
  const { state, before, trainedOn } = participant;
  if (state === "exempt") return participant;
  const stage = stageOf(participant);
  const lifted: Stage = rank(stage) < rank("trained") ? "trained" : stage;
  const since = { trainedOn: trainedOn ?? day, invitedOn: participant.invitedOn ?? day };
  if (state === "blocked") return { ...participant, ...since, before: before === null ? null : lifted };
  return { ...participant, ...since, state: lifted };
}

/** Was not at the training after all: whoever had only been trained is invited again. */
export function untrain(participant: Participant): Participant {
  const isTrained = (stage: ParticipantState | null) => stage === "trained";
  return {
    ...participant,
    trainedOn: null,
    state: isTrained(participant.state) ? "invited" : participant.state,
    before: isTrained(participant.before) ? "invited" : participant.before,
  };
}

/** It is taken away again: whoever had got it is back where they were before, and it shows. */
export function rollBack(participant: Participant, day: Day): Participant {
  if (participant.state === "exempt" || !hasReached(participant)) return participant;
  const stage = participant.trainedOn === null ? "invited" : "trained";
  return { ...at(participant, stage, day), rolledBackOn: day };
}

/** Whether it has come to them, or they could not go on. */
export function hasReached(participant: Pick<Participant, "state" | "liveOn">): boolean {
  return participant.liveOn !== null || participant.state === "blocked";
}

export function isTrained({ trainedOn, liveOn }: Pick<Participant, "trainedOn" | "liveOn">): boolean {
  return trainedOn !== null || liveOn !== null;
}

export type ParticipantCounts = Readonly<Record<ParticipantState, number>>;

export function noParticipants(): Record<ParticipantState, number> {
  return { planned: 0, invited: 0, trained: 0, live: 0, confirmed: 0, blocked: 0, exempt: 0 };
}

export function countParticipants(participants: readonly Pick<Participant, "state">[]): ParticipantCounts {
  const counts = noParticipants();
  for (const { state } of participants) counts[state] += 1;
  return counts;
}

export function sumOf(all: readonly ParticipantCounts[]): ParticipantCounts {
  const sum = noParticipants();
  for (const counts of all) for (const state of participantStates) sum[state] += counts[state];
  return sum;
}

export function totalOf(counts: ParticipantCounts): number {
  return participantStates.reduce((sum, state) => sum + counts[state], 0);
}

/** Everybody it is meant for; the exempt are not among them. */
export function meantFor(counts: ParticipantCounts): number {
  return totalOf(counts) - counts.exempt;
}
