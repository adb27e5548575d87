import type { Writer } from "../../database/gateway";
import {
  deleteParticipants,
  enrolledIn,
  insertParticipants,
  lockParticipants,
  peopleOfWave,
} from "../../database/stores/rollout/participant-store";
import { lockRollout } from "../../database/stores/rollout/rollout-store";
import { insertWave, lockWave, updateWave } from "../../database/stores/rollout/wave-store";
import { changesBetween } from "../../domain/audit-event";
import type { Caller } from "../../domain/permission";
import { Refusal } from "../../domain/refusal";
import { enrol } from "../../domain/rollout/participant";
import {
  changeWave as change,
  planWave as plan,
  type Wave,
  type WaveChange,
  type WaveDraft,
} from "../../domain/rollout/wave";
import { countAudience, resolveAudience } from "../audience-service";
import { present } from "../device-overview";
import type { ServiceContext } from "../service-context";
import { writeFor } from "./many-people";
import { type WaveDetails, waveWithin } from "./rollout-overview";
import { by, inWave, nowSet, tellRollout } from "./rollout-tell";

export const toldOfWave = [
  "name",
  "ring",
  "plannedStart",
  "plannedEnd",
  "audience",
  "gates",
  "state",
] as const;

/**
 * Plans a wave and writes down who is in it. Whoever is in another wave of the rollout already stays there.
 * @throws Refusal not-found; invalid as `planWave` of the domain and `resolveAudience`
 */
export async function addWave(
  context: ServiceContext,
  caller: Caller,
  rolloutId: string,
  draft: WaveDraft,
): Promise<WaveDetails> {
  const people = await context.gateway.read((reader) => countAudience(reader, draft.audience));
  return writeFor(
    context,
    people,
  )(async (tx) => {
    await present(lockRollout(tx, rolloutId));
    const born = { id: context.newId(), rolloutId, createdBy: caller.person.id };
    const wave = plan(draft, born, context.clock.now());
    await insertWave(tx, wave);
    const { joined } = await writeDown(tx, wave);
    const changes = [...changesBetween(null, wave, toldOfWave), nowSet("people", joined)];
    await tellRollout(context, tx, by(caller), "wave-added", rolloutId, changes);
    return waveWithin(tx, caller.scope, wave.id);
  });
}

/**
 * With an audience its people are written down again: who came since joins, and who is no longer named and has not begun leaves.
 * @param version that the caller has read
 * @throws Refusal not-found; stale; conflict and invalid as `changeWave` of the domain
 */
export async function changeWave(
  context: ServiceContext,
  caller: Caller,
  id: string,
  version: number,
  wanted: WaveChange,
): Promise<WaveDetails> {
  const { audience } = wanted;
  const people =
    audience === undefined ? 0 : await context.gateway.read((reader) => countAudience(reader, audience));
  return writeFor(
    context,
    people,
  )(async (tx) => {
    const before = await present(lockWave(tx, id, true));
    if (before.version !== version) throw new Refusal("stale", "stale");
    const after = change(before, wanted);
    await updateWave(tx, after);
    const changes = changesBetween(before, after, toldOfWave);
    if (wanted.audience !== undefined) {
      const { joined, left } = await writeDown(tx, after);
      if (joined > 0) changes.push(nowSet("joined", joined));
      if (left > 0) changes.push(nowSet("left", left));
    }
    await tellRollout(context, tx, by(caller), "wave-changed", before.rolloutId, [inWave(after), ...changes]);
    return waveWithin(tx, caller.scope, id);
  });
}

/** @throws Refusal invalid `audience-empty` when nobody is left for this wave, and as `resolveAudience` */
async function writeDown(tx: Writer, wave: Wave): Promise<{ joined: number; left: number }> {
  const elsewhere = await enrolledIn(tx, wave.rolloutId, wave.id);
  const people = (await resolveAudience(tx, wave.audience)).filter(
    ({ id, active }) => active && !elsewhere.has(id),
  );
  if (people.length === 0) throw new Refusal("invalid", "audience-empty");
  const wanted = new Set(people.map(({ id }) => id));
  const there = new Set(await peopleOfWave(tx, wave.id));
  const joined = [...wanted].filter((id) => !there.has(id));
  const dropped = await lockParticipants(
    tx,
    wave.id,
    [...there].filter((id) => !wanted.has(id)),
  );
  const left = dropped.filter(({ state }) => state === "planned").map(({ personId }) => personId);
  await deleteParticipants(tx, wave.id, left);
  await insertParticipants(
    tx,
    joined.map((id) => enrol(id, wave.id, wave.rolloutId)),
  );
  return { joined: joined.length, left: left.length };
}
