import type { Reader } from "../../database/gateway";
import { countsOf, reachedOn } from "../../database/stores/rollout/participant-page-store";
import { findRollout } from "../../database/stores/rollout/rollout-store";
import { findWave, wavesOf } from "../../database/stores/rollout/wave-store";
import { toInstant } from "../../domain/instant";
import type { Caller, Scope } from "../../domain/permission";
import { noParticipants, type ParticipantCounts, sumOf } from "../../domain/rollout/participant";
import { type Progress, progressOf } from "../../domain/rollout/progress";
import { type Ring, rings, type Wave } from "../../domain/rollout/wave";
import { present } from "../device-overview";
import type { ServiceContext } from "../service-context";

export interface CountedProgress extends Progress {
  readonly counts: ParticipantCounts;
}

export interface WaveProgress extends CountedProgress {
  readonly waveId: string;
}

export interface RolloutProgress extends CountedProgress {
  /** In the order in which they go. */
  readonly rings: readonly (CountedProgress & { readonly ring: Ring })[];
}

/** Of the people in the caller's scope. @throws Refusal not-found */
export function waveProgress(context: ServiceContext, caller: Caller, id: string): Promise<WaveProgress> {
  return context.gateway.read(async (reader) => {
    const wave = await present(findWave(reader, id, caller.scope));
    return { waveId: id, ...(await progress(context, reader, caller.scope, [wave])) };
  });
}

/** Of the people in the caller's scope, all waves together and ring by ring. @throws Refusal not-found */
export function rolloutProgress(
  context: ServiceContext,
  caller: Caller,
  id: string,
): Promise<RolloutProgress> {
  return context.gateway.read(async (reader) => {
    await present(findRollout(reader, id, caller.scope));
    const waves = await wavesOf(reader, [id], caller.scope);
    const byRing: (CountedProgress & { readonly ring: Ring })[] = [];
    for (const ring of rings) {
      const own = waves.filter((wave) => wave.ring === ring);
      if (own.length > 0) byRing.push({ ring, ...(await progress(context, reader, caller.scope, own)) });
    }
    return { ...(await progress(context, reader, caller.scope, waves)), rings: byRing };
  });
}

async function progress(
  context: ServiceContext,
  reader: Reader,
  scope: Scope,
  waves: readonly Wave[],
): Promise<CountedProgress> {
  const ids = waves.map(({ id }) => id);
  const counts = await countsOf(reader, ids, scope);
  const plans = waves.map((wave) => ({ ...wave, counts: counts.get(wave.id) ?? noParticipants() }));
  const today = toInstant(context.clock.now()).slice(0, 10);
  const reached = await reachedOn(reader, ids, scope);
  return { ...progressOf(plans, reached, today), counts: sumOf(plans.map((plan) => plan.counts)) };
}
