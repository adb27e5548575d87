import type { Writer } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import { isInForce } from "../../database/stores/graph/licence-store";
import { peopleByIds } from "../../database/stores/person-store";
import {
  type DecidedRenewal,
  deleteRenewalDecision,
  type LicenceOwner,
  licenceOwners,
  saveLicenceOwner,
  saveRenewalDecision,
} from "../../database/stores/renewal-store";
import type { FieldChange } from "../../domain/audit-event";
import { toInstant } from "../../domain/instant";
import type { Caller } from "../../domain/permission";
import { Refusal, unknownAt } from "../../domain/refusal";
import type { ServiceContext } from "../service-context";
import type { LicenceReference } from "./licence-reference";
import { renewalLines } from "./renewal-overview";

/**
 * Who sees to the renewals of a SKU; chosen by hand, so that no sync changes it. What was queued for the one before is
 * not sent to them any more.
 * @throws Refusal not-found for a SKU that is not in force; invalid `person-unknown`
 */
export function setLicenceOwner(
  context: ServiceContext,
  caller: Caller,
  skuId: string,
  ownerId: string | null,
): Promise<LicenceOwner | null> {
  return context.gateway.write(async (tx) => {
    if (!(await isInForce(tx, skuId))) throw new Refusal("not-found", "not-found");
    const owner = ownerId === null ? null : ((await peopleByIds(tx, [ownerId])).get(ownerId) ?? null);
    if (ownerId !== null && !owner?.active) {
      throw unknownAt("person-unknown", "personId");
    }
    const before = (await licenceOwners(tx)).get(skuId) ?? null;
    const shown = owner && { id: owner.id, name: owner.name, active: owner.active };
    if ((before?.id ?? null) === ownerId) return shown;
    await saveLicenceOwner(tx, skuId, ownerId, caller.person.id, toInstant(context.clock.now()));
    const changes = [{ field: "ownerId", from: before?.id ?? null, to: ownerId }];
    await tell(context, tx, caller, { action: "licence.owner-set", kind: "licence", id: skuId, changes });
    return shown;
  });
}

/**
 * That it is decided what becomes of a renewal, or not after all: nobody is reminded of what is decided. It holds for
 * one day to act by; the next term is another question.
 * @throws Refusal not-found for a renewal that is over, or has another day to act by
 */
export function decideRenewal(
  context: ServiceContext,
  reference: LicenceReference,
  caller: Caller,
  renewal: DecidedRenewal,
  decided: boolean,
): Promise<void> {
  return context.gateway.write(async (tx) => {
    const now = toInstant(context.clock.now());
    const lines = await renewalLines(tx, reference, now.slice(0, 10));
    const { source, id, actBy } = renewal;
    const line = lines.find((each) => each.source === source && each.id === id && each.actBy === actBy);
    if (line === undefined) throw new Refusal("not-found", "not-found");
    const isChanged = decided
      ? await saveRenewalDecision(tx, renewal, caller.person.id, now)
      : await deleteRenewalDecision(tx, renewal);
    if (!isChanged) return;
    const about =
      line.skuId === null
        ? { kind: "application", id: line.applicationId ?? "" }
        : { kind: "licence", id: line.skuId };
    const changes = [{ field: "actBy", from: null, to: actBy }];
    const action = decided ? "renewal.decided" : "renewal.reopened";
    await tell(context, tx, caller, { action, ...about, changes });
  });
}

function tell(
  context: ServiceContext,
  tx: Writer,
  caller: Caller,
  {
    action,
    kind,
    id,
    changes,
  }: {
    readonly action: string;
    readonly kind: string;
    readonly id: string;
    readonly changes: readonly FieldChange[];
  },
): Promise<void> {
  const head = { id: context.newId(), at: toInstant(context.clock.now()), actorId: caller.person.id };
  return recordEvents(tx, [
    { ...head, door: "tab", action, subjectKind: kind, subjectId: id, changes, reason: null },
  ]);
}
