import { setImmediate as breathe } from "node:timers/promises";
import { redactEvents } from "../database/stores/audit-redaction-store";
import { recordEvents } from "../database/stores/audit-store";
import { devicesHeldBy, lockPerson } from "../database/stores/erasure-store";
import { expiredContents, letGo } from "../database/stores/expiry-store";
import { noticeLeavers } from "../database/stores/leaver-store";
import {
  claimNight,
  decidedRetention,
  finishNight,
  giveNightBack,
  keysPastTime,
} from "../database/stores/retention-store";
import { forgetMessages } from "../database/stores/sent-message-store";
import type { AuditEvent } from "../domain/audit-event";
import { budgetSince } from "../domain/check-in/message-budget";
import { pseudonymOf } from "../domain/erasure";
import { toInstant } from "../domain/instant";
import { endOfRetention, type RetentionKind, retentionTable } from "../domain/retention";
import { forgetInFiles, takeOut } from "./erasure-service";
import { exemptLeavers } from "./rollout/leaver-exemption";
import type { ServiceContext } from "./service-context";

/** Who does what its time brings; no person has this id. */
const clockActor = "clock";
/** Small, so that whoever works at night hardly waits. */
const atOnce = 200;
/** Each leaver takes a look through the whole audit log. */
const leaversAtOnce = 1;

/** Notes who has left, so that their time begins to run. */
export function noteLeavers(context: ServiceContext): Promise<void> {
  return context.gateway.write((tx) => noticeLeavers(tx, toInstant(context.clock.now())));
}

/**
 * What there is to do once a night: leavers are exempt from what is rolled out, and data past its time goes.
 * @returns what a night let go of, by kind; null when this day's work was done already, or another replica does it
 */
export async function runNight(
  context: ServiceContext,
  stopping?: AbortSignal,
): Promise<ReadonlyMap<RetentionKind, number> | null> {
  const started = context.clock.now();
  const day = toInstant(started).slice(0, 10);
  if (!(await context.gateway.write((tx) => claimNight(tx, day, toInstant(started))))) return null;
  try {
    await exemptLeavers(context);
    const gone = await applyRetention(context, stopping);
    const finished = stopping?.aborted ? giveNightBack : finishNight;
    await context.gateway.write((tx) => finished(tx, day, toInstant(context.clock.now())));
    return gone;
  } catch (fault) {
    await context.gateway.write((tx) => giveNightBack(tx, day));
    throw fault;
  }
}

/** Lets go of everything past its time, a little at a time, and records how much it was. */
export async function applyRetention(
  context: ServiceContext,
  stopping?: AbortSignal,
): Promise<ReadonlyMap<RetentionKind, number>> {
  const table = retentionTable(await context.gateway.read(decidedRetention));
  const gone = new Map<RetentionKind, number>();
  for (const { kind, days } of table) {
    const before = endOfRetention(context.clock.now(), days);
    const batch = kind === "leavers" ? leaversAtOnce : atOnce;
    for (let more = true; more && !stopping?.aborted; ) {
      const count = await context.gateway.write(async (tx) => {
        const keys = await keysPastTime(tx, kind, before, batch);
        await letGoOf(context, tx, kind, keys);
        return keys.length;
      });
      if (count > 0) gone.set(kind, (gone.get(kind) ?? 0) + count);
      more = count === batch;
      await breathe();
    }
  }
  await context.gateway.write((tx) => forgetMessages(tx, budgetSince(context.clock.now())));
  if (gone.size > 0) await tell(context, gone);
  if (gone.size > 0) await forgetInFiles(context);
  return gone;
}

type Writer = Parameters<Parameters<ServiceContext["gateway"]["write"]>[0]>[0];

async function letGoOf(
  context: ServiceContext,
  tx: Writer,
  kind: RetentionKind,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return;
  if (kind === "audit-contents") {
    const contents = await expiredContents(tx, keys.map(Number));
    return redactEvents(tx, clockEvent(context, "audit-log.expired", "audit-log"), contents);
  }
  if (kind !== "leavers") return letGo(tx, kind, keys, () => pseudonymOf(context.newId()));
  const head = { actorId: clockActor, door: "clock", action: "person.pseudonymised", reason: null } as const;
  for (const id of keys) {
    const person = await lockPerson(tx, id);
    if (person === null || person.active || (await devicesHeldBy(tx, id)).length > 0) continue;
    await takeOut(context, tx, person, [], head);
  }
}

async function tell(context: ServiceContext, gone: ReadonlyMap<RetentionKind, number>): Promise<void> {
  const changes = [...gone].map(([field, to]) => ({ field, from: null, to }));
  const event = { ...clockEvent(context, "retention.applied", "retention"), changes };
  await context.gateway.write((tx) => recordEvents(tx, [event]));
}

function clockEvent(context: ServiceContext, action: string, subject: string): AuditEvent {
  return {
    id: context.newId(),
    at: toInstant(context.clock.now()),
    actorId: clockActor,
    door: "clock",
    action,
    subjectKind: subject,
    subjectId: subject,
    changes: [],
    reason: null,
  };
}
