import { setImmediate as nextTurn } from "node:timers/promises";
import type { Writer } from "../../database/gateway";
import { toApplication } from "../../database/stores/application-row";
import { allApplications, updateApplication } from "../../database/stores/application-store";
import { contractsOf } from "../../database/stores/contract-store";
import { type Contract, currentContract } from "../../domain/application/contract";

const writesInARow = 50;

/** After contracts were written in bulk: their applications keep the dates of the current one, and a new version each. */
export async function keepCurrentContracts(tx: Writer, applicationIds: ReadonlySet<string>): Promise<void> {
  if (applicationIds.size === 0) return;
  const contracts = new Map<string, Contract[]>();
  for (const contract of await contractsOf(tx, [...applicationIds])) {
    contracts.set(contract.applicationId, [...(contracts.get(contract.applicationId) ?? []), contract]);
  }
  const views = (await allApplications(tx)).filter(({ id }) => applicationIds.has(id));
  for (const [at, view] of views.entries()) {
    if (at % writesInARow === writesInARow - 1) await nextTurn();
    const before = toApplication(view);
    const named = { supplier: view.supplier, contract: currentContract(contracts.get(view.id) ?? []) };
    await updateApplication(tx, before, { ...before, version: before.version + 1 }, named);
  }
}
