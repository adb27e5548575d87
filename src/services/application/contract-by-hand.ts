import type { Writer } from "../../database/gateway";
import { setOrigins } from "../../database/stores/origin-store";
import { type Contract, contractFields } from "../../domain/application/contract";
import { changesBetween } from "../../domain/audit-event";
import { toInstant } from "../../domain/instant";
import type { Caller } from "../../domain/permission";
import { originsOf } from "../../domain/provenance";
import type { ServiceContext } from "../service-context";

/**
 * Notes which fields of a contract a person has just set. The history tells of contracts with their application, which
 * can have several, so this cannot be read from its events.
 */
export async function noteContractByHand(
  context: ServiceContext,
  tx: Writer,
  caller: Caller,
  { before, after }: { readonly before: Contract | null; readonly after: Contract | null },
): Promise<void> {
  if (after === null || (before !== null && before.id !== after.id)) return;
  const event = {
    id: "",
    at: toInstant(context.clock.now()),
    actorId: caller.person.id,
    door: "tab" as const,
    action: before === null ? "contract.created" : "contract.changed",
    subjectKind: "contract",
    subjectId: after.id,
    changes: changesBetween(before, after, contractFields),
    reason: null,
  };
  await setOrigins(tx, originsOf([event]));
}
