import type { Writer } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import {
  type FindingView,
  findFinding,
  lockFinding,
  updateFinding,
} from "../../database/stores/finding-store";
import { peopleByIds } from "../../database/stores/person-store";
import { changesBetween } from "../../domain/audit-event";
import { decideFinding, type FindingDecision } from "../../domain/finding/finding";
import { toInstant } from "../../domain/instant";
import type { Caller } from "../../domain/permission";
import { Refusal, unknownAt } from "../../domain/refusal";
import { present } from "../device-overview";
import type { LicenceReference } from "../licence/licence-reference";
import type { ServiceContext } from "../service-context";
import { type RoundResult, runRound } from "./finding-round";

/**
 * What somebody decides about a finding: planned, done, dismissed with a reason, or who sees to it.
 * @throws Refusal not-found; stale; invalid `finding-without-reason`, `person-unknown`
 */
export function changeFinding(
  context: ServiceContext,
  caller: Caller,
  id: string,
  version: number,
  decision: FindingDecision,
): Promise<FindingView> {
  return context.gateway.write(async (tx) => {
    await present(findFinding(tx, id, caller.scope));
    const before = await present(lockFinding(tx, id));
    if (before.version !== version) throw new Refusal("stale", "stale");
    if (decision.ownerId) await refuseUnknownOwner(tx, decision.ownerId);
    const at = toInstant(context.clock.now());
    const after = decideFinding(before, decision, caller.person.id, at);
    if (!(await updateFinding(tx, after, version))) throw new Refusal("stale", "stale");
    const changes = changesBetween(before, after, ["state", "reason", "ownerId"]);
    const head = { id: context.newId(), at, actorId: caller.person.id, door: "tab" } as const;
    const about = { action: "finding.changed", subjectKind: "finding", subjectId: id };
    if (changes.length > 0) await recordEvents(tx, [{ ...head, ...about, changes, reason: null }]);
    return present(findFinding(tx, id, caller.scope));
  });
}

async function refuseUnknownOwner(tx: Writer, ownerId: string): Promise<void> {
  const owner = (await peopleByIds(tx, [ownerId])).get(ownerId);
  if (!owner?.active) throw unknownAt("person-unknown", "ownerId");
}

/**
 * Looks through everything now.
 * @throws Refusal conflict `findings-under-way`
 */
export async function lookNow(
  context: ServiceContext,
  caller: Caller,
  reference: LicenceReference,
): Promise<RoundResult> {
  const result = await runRound(context, reference, caller.person.id);
  if (result === null) throw new Refusal("conflict", "findings-under-way");
  return result;
}
