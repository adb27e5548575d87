import type { Reader } from "../../database/gateway";
import { allApplications } from "../../database/stores/application-store";
import { allContracts, toContract } from "../../database/stores/contract-store";
import type { Contract } from "../../domain/application/contract";
import { ContractJudge } from "../../domain/import/contract-verdict";
import type { RowReader } from "../../domain/import/row-reader";
import type { Verdict } from "../../domain/import/verdict";
import type { ImportTable } from "./import-table";
import type { inBatches } from "./in-batches";
import { judgeWithOrigins, type RuledRows } from "./rule-rows";
import { SupplierNames } from "./supplier-names";

/** Judges the rows of a file of contracts against the contracts and applications of the register. */
export async function judgeContracts(
  reader: Reader,
  { orderOf }: ImportTable,
  newId: () => string,
  ruled: Omit<RuledRows<Contract>, "judge">,
  oneByOne: typeof inBatches<RowReader, Verdict<Contract>>,
): Promise<{
  verdicts: Verdict<Contract>[];
  suppliers: SupplierNames;
  titleOf: (contract: Contract) => string;
}> {
  const suppliers = await SupplierNames.load(reader, newId);
  const applications = await allApplications(reader);
  const contracts = (await allContracts(reader)).map(toContract);
  const supplierIdOf = (name: string) => suppliers.idOf(name);
  const judge = (some: readonly RowReader[]) => {
    const one = new ContractJudge({ contracts, applications, supplierIdOf, orderOf, newId });
    return oneByOne(some, (row) => one.judge(row));
  };
  const nameOf = (id: string) => suppliers.nameOf(id) ?? ruled.nameOf(id);
  const names = new Map(applications.map(({ id, name }) => [id, name]));
  const titleOf = ({ applicationId, reference }: Contract) =>
    [names.get(applicationId) ?? applicationId, reference].filter((part) => part !== null).join(", ");
  return { suppliers, titleOf, verdicts: await judgeWithOrigins(reader, { ...ruled, nameOf, judge }) };
}
