import type { Writer } from "../../database/gateway";
import { insertApplications, updateApplication } from "../../database/stores/application-store";
import { contractsOf } from "../../database/stores/contract-store";
import { currentContract } from "../../domain/application/contract";
import type { FileVerdicts } from "./judge-file";

type ApplicationVerdicts = Extract<FileVerdicts, { readonly kind: "applications" }>;

/** Writes the applications of a file, and first the suppliers that they name for the first time. */
export async function writeApplications(
  tx: Writer,
  { verdicts, suppliers }: ApplicationVerdicts,
): Promise<void> {
  const written = verdicts.filter(({ kind }) => kind === "create" || kind === "update");
  const used = written.flatMap(({ after }) => (after?.supplierId ? [after.supplierId] : []));
  await suppliers.writeNew(tx, new Set(used));
  const supplierOf = (id: string | null) => (id === null ? null : (suppliers.nameOf(id) ?? null));
  const created = written.flatMap(({ before, after }) => (before === null && after ? [after] : []));
  await insertApplications(tx, created, ({ supplierId }) => ({
    supplier: supplierOf(supplierId),
    contract: null,
  }));
  const changed = written.flatMap(({ before, after }) => (before && after ? [{ before, after }] : []));
  const contracts = await contractsOf(
    tx,
    changed.map(({ before }) => before.id),
  );
  for (const { before, after } of changed) {
    const own = contracts.filter(({ applicationId }) => applicationId === before.id);
    const named = { supplier: supplierOf(after.supplierId), contract: currentContract(own) };
    await updateApplication(tx, before, after, named);
  }
}
