import type { Writer } from "../../database/gateway";
import {
  type ContractView,
  contractsByIds,
  deleteContracts,
  toContract,
  updateContract,
} from "../../database/stores/contract-store";
import { type Contract, contractFields } from "../../domain/application/contract";
import { changesBetween } from "../../domain/audit-event";
import { Refusal } from "../../domain/refusal";
import { keepCurrentContracts } from "./current-contracts";
import type { UndoableRecords, UndoneRecord } from "./undoable";

function titleOf({ applicationName, reference }: ContractView): string {
  return [applicationName, reference].filter((part) => part !== null).join(", ");
}

export const undoableContracts: UndoableRecords = {
  async namesOf(tx, ids) {
    return new Map((await contractsByIds(tx, ids)).map((contract) => [contract.id, titleOf(contract)]));
  },
  async remove(tx, ids) {
    const found = await contractsByIds(tx, ids);
    await deleteContracts(tx, ids);
    await keepCurrent(tx, found);
    return found.map((view) => {
      const { id, applicationId } = view;
      const gone = Object.fromEntries(contractFields.map((field) => [field, view[field]]));
      const nothing = Object.fromEntries(contractFields.map((field) => [field, null]));
      return { id, applicationId, changes: changesBetween(gone, nothing, contractFields) };
    });
  },
  async restore(tx, changed) {
    const befores = changed.map(({ before }) => before as Contract);
    const found = await contractsByIds(
      tx,
      befores.map(({ id }) => id),
    );
    const now = new Map(found.map((view) => [view.id, toContract(view)]));
    const undone: UndoneRecord[] = [];
    for (const before of befores) {
      const current = now.get(before.id);
      if (current === undefined) throw new Refusal("stale", "stale");
      const after = { ...current, ...before, version: current.version + 1 };
      await updateContract(tx, current, after);
      const changes = changesBetween(current, after, contractFields);
      undone.push({ id: before.id, applicationId: before.applicationId, changes });
    }
    await keepCurrent(tx, befores);
    return undone;
  },
};

function keepCurrent(tx: Writer, contracts: readonly Contract[]): Promise<void> {
  return keepCurrentContracts(tx, new Set(contracts.map(({ applicationId }) => applicationId)));
}
