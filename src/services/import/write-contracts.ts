import { setImmediate as nextTurn } from "node:timers/promises";
import type { Writer } from "../../database/gateway";
import { insertContracts, updateContract } from "../../database/stores/contract-store";
import { keepCurrentContracts } from "./current-contracts";
import type { FileVerdicts } from "./judge-file";

type ContractVerdicts = Extract<FileVerdicts, { readonly kind: "contracts" }>;

const writesInARow = 50;

/** Writes the contracts of a file, and first the suppliers that they name for the first time. */
export async function writeContracts(tx: Writer, { verdicts, suppliers }: ContractVerdicts): Promise<void> {
  const written = verdicts.filter(({ kind }) => kind === "create" || kind === "update");
  const used = written.flatMap(({ after }) => (after?.supplierId ? [after.supplierId] : []));
  await suppliers.writeNew(tx, new Set(used));
  await insertContracts(
    tx,
    written.flatMap(({ before, after }) => (before === null && after ? [after] : [])),
  );
  const changed = written.flatMap(({ before, after }) => (before && after ? [{ before, after }] : []));
  for (const [at, { before, after }] of changed.entries()) {
    if (at % writesInARow === writesInARow - 1) await nextTurn();
    await updateContract(tx, before, after);
  }
  const touched = written.flatMap(({ after }) => (after ? [after.applicationId] : []));
  await keepCurrentContracts(tx, new Set(touched));
}
