import type { Writer } from "../../database/gateway";
import { toApplication } from "../../database/stores/application-row";
import { findApplication } from "../../database/stores/application-store";
import {
  type ContractView,
  contractsOf,
  deleteContracts,
  findContract,
  insertContracts,
  toContract,
  updateContract,
} from "../../database/stores/contract-store";
import {
  amend,
  type Contract,
  type ContractDraft,
  conclude,
  currentContract,
} from "../../domain/application/contract";
import type { Caller } from "../../domain/permission";
import { Refusal, unknownAt } from "../../domain/refusal";
import { present } from "../device-overview";
import type { ServiceContext } from "../service-context";
import { contractChanges, supplierIdOf, writeApplication } from "./application-service";
import { tellOf } from "./application-tell";
import { noteContractByHand } from "./contract-by-hand";

export type WantedContract = Omit<ContractDraft, "supplierId"> & {
  readonly supplier?: string | null | undefined;
};

/** Adds a contract for an application. @throws Refusal invalid `application-unknown` and as `conclude` */
export function createContract(
  context: ServiceContext,
  caller: Caller,
  { applicationId, supplier, ...draft }: WantedContract & { readonly applicationId: string },
): Promise<ContractView> {
  return context.gateway.write(async (tx) => {
    const application = await findApplication(tx, applicationId, caller.scope);
    if (application === null) throw unknownAt("application-unknown", "applicationId");
    const supplierId = (await supplierIdOf(context, tx, supplier)) ?? application.supplierId;
    const contract = conclude({ ...draft, supplierId }, context.newId(), applicationId);
    await insertContracts(tx, [contract]);
    await keepCurrent(tx, caller, applicationId);
    await tell(context, tx, caller, "contract-added", { before: null, after: contract });
    return present(findContract(tx, contract.id, caller.scope));
  });
}

/** @throws Refusal not-found; stale; and as `createContract` */
export function changeContract(
  context: ServiceContext,
  caller: Caller,
  input: {
    readonly id: string;
    readonly version: number;
    readonly wanted: WantedContract;
    readonly reason: string | null;
  },
): Promise<ContractView> {
  return context.gateway.write(async (tx) => {
    const before = toContract(await present(findContract(tx, input.id, caller.scope)));
    if (before.version !== input.version) throw new Refusal("stale", "stale");
    const { supplier, ...wanted } = input.wanted;
    const supplierId = await supplierIdOf(context, tx, supplier);
    const after = amend(before, { ...wanted, supplierId });
    if (contractChanges(before, after).length === 0) return present(findContract(tx, input.id, caller.scope));
    await updateContract(tx, before, after);
    await keepCurrent(tx, caller, after.applicationId);
    await tell(context, tx, caller, "contract-changed", { before, after }, input.reason);
    return present(findContract(tx, after.id, caller.scope));
  });
}

/** @throws Refusal not-found */
export function removeContract(
  context: ServiceContext,
  caller: Caller,
  id: string,
  reason: string | null,
): Promise<void> {
  return context.gateway.write(async (tx) => {
    const contract = toContract(await present(findContract(tx, id, caller.scope)));
    await deleteContracts(tx, [id]);
    await keepCurrent(tx, caller, contract.applicationId);
    await tell(context, tx, caller, "contract-removed", { before: contract, after: null }, reason);
  });
}

/** The application's row keeps the dates of its current contract; its own version moves with them. */
async function keepCurrent(tx: Writer, caller: Caller, applicationId: string): Promise<void> {
  const before = toApplication(await present(findApplication(tx, applicationId, caller.scope)));
  const contract = currentContract(await contractsOf(tx, [applicationId]));
  await writeApplication(tx, before, { ...before, version: before.version + 1 }, contract);
}

async function tell(
  context: ServiceContext,
  tx: Writer,
  caller: Caller,
  what: string,
  { before, after }: { readonly before: Contract | null; readonly after: Contract | null },
  reason: string | null = null,
): Promise<void> {
  const id = (after ?? before)?.applicationId ?? "";
  const changes = contractChanges(before, after);
  await tellOf(context, tx, caller, { action: `application.${what}`, id, changes, reason });
  await noteContractByHand(context, tx, caller, { before, after });
}
