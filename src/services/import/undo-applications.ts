import type { Writer } from "../../database/gateway";
import { toApplication } from "../../database/stores/application-row";
import {
  allApplications,
  deleteApplication,
  updateApplication,
} from "../../database/stores/application-store";
import { contractsOf } from "../../database/stores/contract-store";
import { findSupplier } from "../../database/stores/supplier-store";
import { type Application, applicationFields } from "../../domain/application/application";
import { currentContract } from "../../domain/application/contract";
import { changesBetween } from "../../domain/audit-event";
import { Refusal } from "../../domain/refusal";
import { gone, type UndoableRecords, type UndoneRecord } from "./undoable";

async function now(tx: Writer, ids: readonly string[]): Promise<Map<string, Application>> {
  const wanted = new Set(ids);
  const found = (await allApplications(tx)).filter(({ id }) => wanted.has(id));
  return new Map(found.map((view) => [view.id, toApplication(view)]));
}

export const undoableApplications: UndoableRecords = {
  async namesOf(tx, ids) {
    return new Map([...(await now(tx, ids))].map(([id, { name }]) => [id, name]));
  },
  async remove(tx, ids) {
    const found = await now(tx, ids);
    for (const application of found.values()) await deleteApplication(tx, application);
    return [...found.values()].map(({ id, name }) => ({ id, changes: [gone("name", name)] }));
  },
  async restore(tx, changed) {
    const befores = changed.map(({ before }) => before as Application);
    const found = await now(
      tx,
      befores.map(({ id }) => id),
    );
    const undone: UndoneRecord[] = [];
    for (const before of befores) {
      const current = found.get(before.id);
      if (current === undefined) throw new Refusal("stale", "stale");
      const after = { ...current, ...before, version: current.version + 1 };
      const supplier = after.supplierId === null ? null : await findSupplier(tx, after.supplierId);
      const contract = currentContract(await contractsOf(tx, [before.id]));
      await updateApplication(tx, current, after, { supplier: supplier?.name ?? null, contract });
      undone.push({ id: before.id, changes: changesBetween(current, after, applicationFields) });
    }
    return undone;
  },
};
