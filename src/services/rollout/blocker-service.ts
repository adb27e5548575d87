import type { Writer } from "../../database/gateway";
import {
  type BlockerFilter,
  type BlockerView,
  blockerPage,
  findBlocker,
  insertBlocker,
  lockBlocker,
  updateBlocker,
} from "../../database/stores/rollout/blocker-store";
import {
  lockBlockedBy,
  lockInRollout,
  updateParticipants,
} from "../../database/stores/rollout/participant-store";
import { findRollout } from "../../database/stores/rollout/rollout-store";
import { findWave } from "../../database/stores/rollout/wave-store";
import { changesBetween } from "../../domain/audit-event";
import { toInstant } from "../../domain/instant";
import type { Page, PageRequest } from "../../domain/page";
import type { Caller } from "../../domain/permission";
import { Refusal } from "../../domain/refusal";
import {
  type Blocker,
  type BlockerChange,
  isEscalated,
  isResolved,
  raiseBlocker as raise,
  workOnBlocker,
} from "../../domain/rollout/blocker";
import { block, type Participant, unblock } from "../../domain/rollout/participant";
import { present } from "../device-overview";
import type { ServiceContext } from "../service-context";
import { refuseUnknownPerson } from "./rollout-service";
import { by, tellRollout } from "./rollout-tell";

export interface AgedBlocker extends BlockerView {
  readonly ageDays: number;
  /** Open for longer than the rollout allows: it is the rollout owner's now. */
  readonly escalated: boolean;
}

const told = ["text", "waveId", "personId", "ownerId", "state"] as const;

/** @throws Refusal not-found */
export function listBlockers(
  context: ServiceContext,
  caller: Caller,
  rolloutId: string,
  filter: BlockerFilter,
  page: PageRequest<"raisedAt">,
): Promise<Page<AgedBlocker>> {
  return context.gateway.read(async (reader) => {
    await present(findRollout(reader, rolloutId, caller.scope));
    const found = await blockerPage(reader, caller.scope, rolloutId, filter, page);
    return { ...found, items: found.items.map((blocker) => aged(context, blocker)) };
  });
}

/** @throws Refusal not-found */
export function getBlocker(context: ServiceContext, caller: Caller, id: string): Promise<AgedBlocker> {
  return context.gateway.read(async (reader) =>
    aged(context, await present(findBlocker(reader, id, caller.scope))),
  );
}

export interface WantedBlocker {
  readonly text: string;
  readonly waveId: string | null;
  /** Whom it blocks, where it is one person. */
  readonly personId: string | null;
  readonly ownerId: string | null;
}

/** @throws Refusal not-found; invalid `wave-unknown`, `participant-unknown`, `person-unknown` */
export function raiseBlocker(
  context: ServiceContext,
  caller: Caller,
  rolloutId: string,
  { text, waveId, personId, ownerId }: WantedBlocker,
): Promise<AgedBlocker> {
  return context.gateway.write(async (tx) => {
    await present(findRollout(tx, rolloutId, caller.scope));
    await refuseUnknownPerson(tx, ownerId);
    const person = personId === null ? null : await participantOf(tx, rolloutId, personId);
    const where = waveId ?? person?.waveId ?? null;
    await refuseForeignWave(tx, rolloutId, where);
    const draft = { rolloutId, waveId: where, personId, text, ownerId, deliveryId: null };
    const blocker = raise(draft, context.newId(), caller.person.id, context.clock.now());
    await insertBlocker(tx, blocker);
    if (person !== null && person.state !== "exempt") {
      await updateParticipants(tx, [block(person, blocker.id, today(context))]);
    }
    const changes = changesBetween(null, blocker, told);
    await tellRollout(context, tx, by(caller), "blocker-raised", rolloutId, changes);
    return aged(context, await present(findBlocker(tx, blocker.id, caller.scope)));
  });
}

/**
 * A step on it. Whom it blocked goes on as soon as it is solved or dismissed.
 * @param version that the caller has read
 * @throws Refusal not-found; stale; invalid `person-unknown` and as `workOnBlocker`
 */
export function changeBlocker(
  context: ServiceContext,
  caller: Caller,
  id: string,
  version: number,
  wanted: BlockerChange,
): Promise<AgedBlocker> {
  return context.gateway.write(async (tx) => {
    await present(findBlocker(tx, id, caller.scope));
    await refuseUnknownPerson(tx, wanted.ownerId ?? null);
    // People before what blocks them, as an answer locks them.
    const blocked = await lockBlockedBy(tx, id);
    const before: Blocker = await present(lockBlocker(tx, id));
    if (before.version !== version) throw new Refusal("stale", "stale");
    const after = workOnBlocker(before, wanted, caller.person.id, context.clock.now());
    if (isResolved(after)) {
      const freed = blocked.flatMap((each) => unblock(each, id, today(context)) ?? []);
      await updateParticipants(tx, freed);
    }
    await updateBlocker(tx, after);
    const changes = changesBetween(before, after, told);
    await tellRollout(context, tx, by(caller), "blocker-worked", after.rolloutId, changes, after.resolution);
    return aged(context, await present(findBlocker(tx, id, caller.scope)));
  });
}

/** @throws Refusal invalid `wave-unknown` */
export async function refuseForeignWave(tx: Writer, rolloutId: string, waveId: string | null): Promise<void> {
  if (waveId === null) return;
  const wave = await findWave(tx, waveId, { kind: "everything" });
  if (wave?.rolloutId !== rolloutId) throw new Refusal("invalid", "wave-unknown");
}

async function participantOf(tx: Writer, rolloutId: string, personId: string): Promise<Participant> {
  const [found] = await lockInRollout(tx, rolloutId, [personId]);
  if (found === undefined) throw new Refusal("invalid", "participant-unknown");
  return found;
}

function aged(context: ServiceContext, blocker: BlockerView): AgedBlocker {
  const now = context.clock.now();
  const until = blocker.resolvedAt === null ? now.getTime() : Date.parse(blocker.resolvedAt);
  const ageDays = Math.max(0, Math.floor((until - Date.parse(blocker.raisedAt)) / 86_400_000));
  return { ...blocker, ageDays, escalated: isEscalated(blocker, blocker.escalateAfterDays, now) };
}

function today(context: ServiceContext): string {
  return toInstant(context.clock.now()).slice(0, 10);
}
