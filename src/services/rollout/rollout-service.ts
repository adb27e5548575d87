import type { Writer } from "../../database/gateway";
import { findApplication } from "../../database/stores/application-store";
import { findPersonById } from "../../database/stores/person-store";
import { insertRollout, lockRollout, updateRollout } from "../../database/stores/rollout/rollout-store";
import { changesBetween } from "../../domain/audit-event";
import type { Caller } from "../../domain/permission";
import { Refusal } from "../../domain/refusal";
import {
  changeRollout as change,
  planRollout as plan,
  type RolloutChange,
  type RolloutDraft,
} from "../../domain/rollout/rollout";
import { present } from "../device-overview";
import type { ServiceContext } from "../service-context";
import { type RolloutDetails, rolloutWithin } from "./rollout-overview";
import { by, tellRollout } from "./rollout-tell";
import { takeUpWithin } from "./vendor-change-service";

const told = ["name", "goal", "subject", "ownerId", "skuId", "escalateAfterDays"] as const;

/**
 * @param vendorChangeId the message that it is made of
 * @throws Refusal invalid `person-unknown`, `application-unknown`, and as `takeUpWithin`
 */
export function planRollout(
  context: ServiceContext,
  caller: Caller,
  draft: RolloutDraft,
  vendorChangeId: string | null = null,
): Promise<RolloutDetails> {
  const rollout = plan(draft, context.newId(), caller.person.id, context.clock.now());
  return context.gateway.write(async (tx) => {
    await refuseUnknownPerson(tx, draft.ownerId);
    if ("applicationId" in draft.subject) {
      const found = await findApplication(tx, draft.subject.applicationId, { kind: "everything" });
      if (found === null) throw new Refusal("invalid", "application-unknown");
    }
    await insertRollout(tx, rollout);
    await tellRollout(context, tx, by(caller), "created", rollout.id, changesBetween(null, rollout, told));
    if (vendorChangeId !== null) await takeUpWithin(context, tx, caller, vendorChangeId, rollout);
    return rolloutWithin(tx, caller.scope, rollout.id);
  });
}

/**
 * @param version that the caller has read
 * @throws Refusal not-found; stale; invalid `person-unknown`
 */
export function changeRollout(
  context: ServiceContext,
  caller: Caller,
  id: string,
  version: number,
  wanted: RolloutChange,
): Promise<RolloutDetails> {
  return context.gateway.write(async (tx) => {
    const before = await present(lockRollout(tx, id));
    if (before.version !== version) throw new Refusal("stale", "stale");
    const after = change(before, wanted);
    await refuseUnknownPerson(tx, wanted.ownerId ?? null);
    await updateRollout(tx, after);
    await tellRollout(context, tx, by(caller), "changed", id, changesBetween(before, after, told));
    return rolloutWithin(tx, caller.scope, id);
  });
}

/** @throws Refusal invalid `person-unknown` for somebody who is not there, or has left */
export async function refuseUnknownPerson(tx: Writer, id: string | null): Promise<void> {
  if (id !== null && !(await findPersonById(tx, id))?.active) throw new Refusal("invalid", "person-unknown");
}
