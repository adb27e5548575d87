import type { Reader } from "../../database/gateway";
import { openBlockers } from "../../database/stores/rollout/blocker-store";
import { type DecisionView, decisionsOf } from "../../database/stores/rollout/decision-store";
import { championsOf, countsOf } from "../../database/stores/rollout/participant-page-store";
import { findRollout, type RolloutView, rolloutPage } from "../../database/stores/rollout/rollout-store";
import { changeBehind } from "../../database/stores/rollout/vendor-change-store";
import { findWave, wavesOf } from "../../database/stores/rollout/wave-store";
import type { Page, PageRequest } from "../../domain/page";
import type { Caller, Scope } from "../../domain/permission";
import { noParticipants, type ParticipantCounts, sumOf } from "../../domain/rollout/participant";
import { type RolloutState, rolloutState } from "../../domain/rollout/rollout";
import type { Wave } from "../../domain/rollout/wave";
import { present } from "../device-overview";
import { type HistoryRequest, type RecordHistory, recordHistory } from "../record-history";
import type { ServiceContext } from "../service-context";

export interface CountedWave extends Wave {
  /** Of its people in the caller's scope. */
  readonly counts: ParticipantCounts;
}

export interface CountedRollout extends RolloutView {
  readonly state: RolloutState;
  readonly counts: ParticipantCounts;
  readonly openBlockers: number;
  readonly waves: readonly CountedWave[];
}

export interface RolloutDetails extends CountedRollout {
  /** Newest first, of all its waves. */
  readonly decisions: readonly DecisionView[];
  readonly champions: Awaited<ReturnType<typeof championsOf>>;
  readonly vendorChange: Awaited<ReturnType<typeof changeBehind>>;
}

export interface WaveDetails extends CountedWave {
  readonly rolloutName: string;
  readonly decisions: readonly DecisionView[];
}

/** Rollouts with people in the caller's scope; all numbers are of those people. */
export function listRollouts(
  context: ServiceContext,
  caller: Caller,
  search: string | undefined,
  page: PageRequest<"createdAt">,
): Promise<Page<CountedRollout>> {
  return context.gateway.read(async (reader) => {
    const found = await rolloutPage(reader, caller.scope, search, page);
    return { ...found, items: await counted(reader, caller.scope, found.items) };
  });
}

/** @throws Refusal not-found */
export function getRollout(context: ServiceContext, caller: Caller, id: string): Promise<RolloutDetails> {
  return context.gateway.read((reader) => rolloutWithin(reader, caller.scope, id));
}

/** For answers of changes, inside their transaction. @throws Refusal not-found */
export async function rolloutWithin(reader: Reader, scope: Scope, id: string): Promise<RolloutDetails> {
  const [rollout] = await counted(reader, scope, [await present(findRollout(reader, id, scope))]);
  const one = await present(Promise.resolve(rollout ?? null));
  const decisions = await decisionsSeen(reader, scope, one.waves);
  const vendorChange = scope.kind === "everything" ? await changeBehind(reader, id) : null;
  return { ...one, decisions, champions: await championsOf(reader, id, scope), vendorChange };
}

/** @throws Refusal not-found */
export function getWave(context: ServiceContext, caller: Caller, id: string): Promise<WaveDetails> {
  return context.gateway.read((reader) => waveWithin(reader, caller.scope, id));
}

/** @throws Refusal not-found */
export async function waveWithin(reader: Reader, scope: Scope, id: string): Promise<WaveDetails> {
  const wave = await present(findWave(reader, id, scope));
  const rollout = await present(findRollout(reader, wave.rolloutId, scope));
  const counts = (await countsOf(reader, [id], scope)).get(id) ?? noParticipants();
  return {
    ...wave,
    rolloutName: rollout.name,
    counts,
    decisions: await decisionsSeen(reader, scope, [wave]),
  };
}

/** @throws Refusal not-found */
export function rolloutHistory(
  context: ServiceContext,
  caller: Caller,
  id: string,
  page: HistoryRequest,
): Promise<RecordHistory> {
  return context.gateway.read(async (reader) => {
    await present(findRollout(reader, id, caller.scope));
    return recordHistory(reader, caller.scope, { kind: "rollout", id }, page);
  });
}

/** The gates of a decision count the whole wave, so only those who see all of it see them. */
async function decisionsSeen(reader: Reader, scope: Scope, waves: readonly Wave[]): Promise<DecisionView[]> {
  if (scope.kind === "self") return [];
  const all = await decisionsOf(
    reader,
    waves.map(({ id }) => id),
  );
  return scope.kind === "everything" ? all : all.map((decision) => ({ ...decision, gates: [] }));
}

async function counted(
  reader: Reader,
  scope: Scope,
  rollouts: readonly RolloutView[],
): Promise<CountedRollout[]> {
  const ids = rollouts.map(({ id }) => id);
  const waves = await wavesOf(reader, ids, scope);
  const counts = await countsOf(
    reader,
    waves.map(({ id }) => id),
    scope,
  );
  const blockers = await openBlockers(reader, ids, scope);
  return rollouts.map((rollout) => {
    const own = waves
      .filter(({ rolloutId }) => rolloutId === rollout.id)
      .map((wave) => ({ ...wave, counts: counts.get(wave.id) ?? noParticipants() }));
    return {
      ...rollout,
      state: rolloutState(own),
      counts: sumOf(own.map((wave) => wave.counts)),
      openBlockers: blockers.get(rollout.id) ?? 0,
      waves: own,
    };
  });
}
