import type { Writer } from "../../database/gateway";
import { inChunks } from "../../database/stores/chunks";
import { insertBlocker } from "../../database/stores/rollout/blocker-store";
import {
  type ParticipantFilter,
  participantPage,
} from "../../database/stores/rollout/participant-page-store";
import { lockParticipants, updateParticipants } from "../../database/stores/rollout/participant-store";
import { findWave, lockWave } from "../../database/stores/rollout/wave-store";
import { isSameContent } from "../../domain/audit-event";
import { toInstant } from "../../domain/instant";
import type { Page, PageRequest } from "../../domain/page";
import type { Caller } from "../../domain/permission";
import { Refusal } from "../../domain/refusal";
import { raiseBlocker } from "../../domain/rollout/blocker";
import {
  block,
  exempt,
  moveTo,
  type Participant,
  type ParticipantState,
} from "../../domain/rollout/participant";
import { isOver, type Wave } from "../../domain/rollout/wave";
import { present } from "../device-overview";
import type { ServiceContext } from "../service-context";
import { writeFor } from "./many-people";
import { type WaveDetails, waveWithin } from "./rollout-overview";
import { by, inWave, nowSet, tellRollout } from "./rollout-tell";

export { participantFields } from "../../database/stores/rollout/participant-page-store";

/** The people of a wave in the caller's scope, by name, as JSON texts with `participantFields`. @throws Refusal not-found */
export function listParticipants(
  context: ServiceContext,
  caller: Caller,
  waveId: string,
  filter: ParticipantFilter,
  page: PageRequest<"name">,
): Promise<Page<string>> {
  return context.gateway.read(async (reader) => {
    await present(findWave(reader, waveId, caller.scope));
    const { items, ...rest } = await participantPage(reader, caller.scope, waveId, filter, page);
    return { ...rest, items: items.map(({ json }) => json) };
  });
}

/** Undefined leaves a field. */
export interface ParticipantsChange {
  readonly personIds: readonly string[];
  readonly state: ParticipantState | undefined;
  /** Why they are exempt, or what blocks them. */
  readonly reason: string | null;
  readonly champion: boolean | undefined;
}

export interface ChangedParticipants {
  readonly changed: number;
  readonly unchanged: number;
  readonly wave: WaveDetails;
}

/**
 * One change to many people of a wave, all or none. People who are blocked together are blocked by one and the same thing.
 * @throws Refusal not-found; conflict `wave-finished`; invalid `participant-unknown`, `participant-reason-missing`
 */
export function changeParticipants(
  context: ServiceContext,
  caller: Caller,
  waveId: string,
  wanted: ParticipantsChange,
): Promise<ChangedParticipants> {
  return writeFor(
    context,
    wanted.personIds.length,
  )(async (tx) => {
    const wave = await present(lockWave(tx, waveId, true));
    if (isOver(wave)) throw new Refusal("conflict", "wave-finished");
    const ids = [...new Set(wanted.personIds)];
    const people = await lockParticipants(tx, waveId, ids);
    if (people.length < ids.length) throw new Refusal("invalid", "participant-unknown");
    const blockerId = wanted.state === "blocked" ? await raise(context, tx, caller, wave, wanted) : null;
    const day = toInstant(context.clock.now()).slice(0, 10);
    const after: Participant[] = [];
    await inChunks(people, async (chunk) => {
      for (const before of chunk) {
        const now = changed(before, wanted, blockerId, day);
        if (!isSameContent(before, now)) after.push(now);
      }
    });
    await updateParticipants(tx, after);
    if (after.length > 0) await tell(context, tx, caller, wave, wanted, after);
    const { length: count } = after;
    return {
      changed: count,
      unchanged: ids.length - count,
      wave: await waveWithin(tx, caller.scope, waveId),
    };
  });
}

function changed(
  before: Participant,
  { state, reason, champion }: ParticipantsChange,
  blockerId: string | null,
  day: string,
): Participant {
  const kept = { ...before, champion: champion ?? before.champion };
  if (state === undefined || (state === before.state && state !== "exempt" && state !== "blocked"))
    return kept;
  if (state === "exempt") return exempt(kept, reason, day);
  return state === "blocked" ? block(kept, blockerId ?? "", day) : moveTo(kept, state, day);
}

async function raise(
  context: ServiceContext,
  tx: Writer,
  caller: Caller,
  { id: waveId, rolloutId }: Wave,
  { reason, personIds }: ParticipantsChange,
): Promise<string> {
  const text = reason?.trim() || null;
  if (text === null) throw new Refusal("invalid", "participant-reason-missing");
  const personId = personIds.length === 1 ? (personIds[0] ?? null) : null;
  const draft = { rolloutId, waveId, personId, text, ownerId: null, deliveryId: null };
  const blocker = raiseBlocker(draft, context.newId(), caller.person.id, context.clock.now());
  await insertBlocker(tx, blocker);
  return blocker.id;
}

function tell(
  context: ServiceContext,
  tx: Writer,
  caller: Caller,
  wave: Wave,
  { state, champion, reason }: ParticipantsChange,
  after: readonly Participant[],
): Promise<void> {
  const changes = [inWave(wave)];
  if (state !== undefined) changes.push(nowSet("participantState", state));
  if (champion !== undefined) changes.push(nowSet("champion", champion));
  const personIds = after.map(({ personId }) => personId);
  changes.push(nowSet("personIds", personIds));
  return tellRollout(context, tx, by(caller), "people-changed", wave.rolloutId, changes, reason);
}
