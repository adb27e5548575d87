import type { Writer } from "../../database/gateway";
import { peopleInWave } from "../../database/stores/audience-store";
import { insertDecision, lastDecision } from "../../database/stores/rollout/decision-store";
import { forWave, inviteAll, updateParticipants } from "../../database/stores/rollout/participant-store";
import { findRollout, type RolloutView } from "../../database/stores/rollout/rollout-store";
import { lockWave, updateWave } from "../../database/stores/rollout/wave-store";
import type { FieldChange } from "../../domain/audit-event";
import { toInstant } from "../../domain/instant";
import type { Caller } from "../../domain/permission";
import { Refusal } from "../../domain/refusal";
import { type Decision, type DecisionKind, decide, launches } from "../../domain/rollout/decision";
import { hasReached, rollBack } from "../../domain/rollout/participant";
import {
  askingTimes,
  finishWave as finish,
  launchWave,
  pauseWave as pause,
  resumeWave as resume,
  rollBackWave,
  type Wave,
} from "../../domain/rollout/wave";
import { pauseWithin, resumeWithin } from "../check-in/holding-service";
import { closeWithin, launchWithin } from "../check-in-service";
import { present } from "../device-overview";
import type { ServiceContext } from "../service-context";
import { gatesWithin } from "./gate-service";
import { writeForWave } from "./many-people";
import { type WaveDetails, waveWithin } from "./rollout-overview";
import { by, inWave, nowSet, tellRollout } from "./rollout-tell";

const everything = { kind: "everything" } as const;
/** As long as a title may be. */
const longestTitle = 200;

interface Standing {
  readonly context: ServiceContext;
  readonly tx: Writer;
  readonly caller: Caller;
  readonly wave: Wave;
  readonly rollout: RolloutView;
}

/** @throws Refusal not-found */
async function onWave<T>(
  context: ServiceContext,
  caller: Caller,
  id: string,
  work: (standing: Standing) => Promise<T>,
): Promise<T> {
  const write = await writeForWave(context, id);
  return write(async (tx) => {
    const wave = await present(lockWave(tx, id, true));
    const rollout = await present(findRollout(tx, wave.rolloutId, everything));
    return work({ context, tx, caller, wave, rollout });
  });
}

export interface Decided {
  readonly decision: Decision;
  readonly wave: WaveDetails;
}

/**
 * Go or no-go, with the gates as they are at this moment. A go that stands launches the wave: its people are asked.
 * @throws Refusal not-found; conflict `wave-not-waiting`, `decision-needs-second-person`; invalid `audience-empty`
 */
export function decideWave(
  context: ServiceContext,
  caller: Caller,
  id: string,
  wanted: { readonly decision: DecisionKind; readonly reason: string },
): Promise<Decided> {
  return onWave(context, caller, id, async (standing) => {
    const { tx, wave, rollout } = standing;
    const now = context.clock.now();
    const gates = await gatesWithin(tx, { wave, rollout, scope: everything, now });
    const born = { id: context.newId(), by: caller.person.id, now };
    const decision = decide(wave, gates, await lastDecision(tx, id), wanted, born);
    await insertDecision(tx, decision);
    const { against, awaitsSecond, firstBy } = decision;
    const changes = [inWave(wave), nowSet("decision", decision.decision)];
    if (against.length > 0) changes.push(nowSet("against", against), nowSet("awaitsSecond", awaitsSecond));
    if (firstBy !== null) changes.push(nowSet("firstById", firstBy));
    await tellRollout(context, tx, by(caller), "decided", rollout.id, changes, wanted.reason);
    if (launches(decision)) await launch(standing);
    return { decision, wave: await waveWithin(tx, caller.scope, id) };
  });
}

/** Asks everybody it is meant for, from its start on, and invites whom nobody had invited. */
async function launch(standing: Standing): Promise<void> {
  const { context, tx, wave, rollout } = standing;
  const now = context.clock.now();
  const checkInId = await ask(standing, `${rollout.name}: ${wave.name}`, null);
  await inviteAll(tx, wave.id, toInstant(now).slice(0, 10));
  await save(standing, launchWave(wave, checkInId, now), "wave-launched");
}

/** Sending stops; answers are still taken. @throws Refusal not-found; conflict `wave-not-running` */
export function pauseWave(context: ServiceContext, caller: Caller, id: string): Promise<WaveDetails> {
  return onWave(context, caller, id, async (standing) => {
    const after = pause(standing.wave);
    if (after.checkInId !== null) await pauseWithin(context, standing.tx, caller.person.id, after.checkInId);
    return save(standing, after, "wave-paused");
  });
}

/** @throws Refusal not-found; conflict `wave-not-paused` */
export function resumeWave(context: ServiceContext, caller: Caller, id: string): Promise<WaveDetails> {
  return onWave(context, caller, id, async (standing) => {
    const after = resume(standing.wave);
    if (after.checkInId !== null) await resumeWithin(context, standing.tx, caller.person.id, after.checkInId);
    return save(standing, after, "wave-resumed");
  });
}

/**
 * Takes it away again: whom it had reached is marked and asked whether all is as before.
 * @throws Refusal not-found; conflict `wave-not-running`
 */
export function rollBackWithReason(
  context: ServiceContext,
  caller: Caller,
  id: string,
  reason: string,
): Promise<WaveDetails> {
  return onWave(context, caller, id, async (standing) => {
    const { tx, wave, rollout } = standing;
    rollBackWave(wave, null);
    const reached: string[] = [];
    const today = toInstant(context.clock.now()).slice(0, 10);
    await forWave(tx, id, async (piece) => {
      const had = piece.filter((each) => each.state !== "exempt" && hasReached(each));
      reached.push(...had.map(({ personId }) => personId));
      await updateParticipants(
        tx,
        had.map((each) => rollBack(each, today)),
      );
    });
    const title = `${rollout.name}: ${reason}`;
    const checkInId = reached.length === 0 ? null : await ask(standing, title, new Set(reached));
    if (checkInId === null && wave.checkInId !== null) {
      await closeWithin(context, tx, caller.person.id, wave.checkInId);
    }
    const after = rollBackWave(wave, checkInId);
    return save(standing, after, "wave-rolled-back", reason, reached.length);
  });
}

/** Done: nobody is asked any more. @throws Refusal not-found; conflict `wave-not-running` */
export function finishWave(context: ServiceContext, caller: Caller, id: string): Promise<WaveDetails> {
  return onWave(context, caller, id, async (standing) => {
    const after = finish(standing.wave, context.clock.now());
    if (after.checkInId !== null) await closeWithin(context, standing.tx, caller.person.id, after.checkInId);
    return save(standing, after, "wave-finished");
  });
}

/**
 * A new check-in in the place of the one before.
 * @param only who is asked, where that is not everybody whom the wave is meant for
 * @throws Refusal invalid `audience-empty`
 */
async function ask(
  { context, tx, caller, wave }: Standing,
  title: string,
  only: ReadonlySet<string> | null,
): Promise<string> {
  const people = (await peopleInWave(tx, wave.id)).filter(
    ({ id, active }) => active && (only === null || only.has(id)),
  );
  if (people.length === 0) throw new Refusal("invalid", "audience-empty");
  if (wave.checkInId !== null) await closeWithin(context, tx, caller.person.id, wave.checkInId);
  const times = askingTimes(wave, context.clock.now());
  const draft = {
    purpose: "rollout-step" as const,
    title: Array.from(title).slice(0, longestTitle).join(""),
    audience: { waveId: wave.id },
    opensAt: only === null ? times.opensAt : null,
    closesAt: times.closesAt,
    reminders: 1,
  };
  return launchWithin(context, tx, caller.person.id, draft, people);
}

async function save(
  { context, tx, caller, wave }: Standing,
  after: Wave,
  what: string,
  reason: string | null = null,
  people: number | null = null,
): Promise<WaveDetails> {
  await updateWave(tx, after);
  const changes: FieldChange[] = [inWave(wave), { field: "state", from: wave.state, to: after.state }];
  if (people !== null) changes.push(nowSet("people", people));
  await tellRollout(context, tx, by(caller), what, wave.rolloutId, changes, reason);
  return waveWithin(tx, caller.scope, wave.id);
}
