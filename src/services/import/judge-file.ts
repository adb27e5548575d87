import type { Reader } from "../../database/gateway";
import { toApplication } from "../../database/stores/application-row";
import { allApplications } from "../../database/stores/application-store";
import { deviceLabels } from "../../database/stores/device-label-store";
import { toDevice } from "../../database/stores/device-row";
import { devicesByIds } from "../../database/stores/device-store";
import { allPeople, deviceIdsWithKeys } from "../../database/stores/import-store";
import { allTeams } from "../../database/stores/team-store";
import type { Application } from "../../domain/application/application";
import type { Contract } from "../../domain/application/contract";
import type { Device, DeviceStatus } from "../../domain/device";
import { ApplicationJudge } from "../../domain/import/application-verdict";
import { identityOf, registerOf } from "../../domain/import/device-match";
import { DeviceJudge } from "../../domain/import/device-verdict";
import { directoryOf } from "../../domain/import/directory";
import { subjectKinds } from "../../domain/import/hand-set";
import { ImportLabels } from "../../domain/import/import-labels";
import { PersonJudge } from "../../domain/import/person-verdict";
import type { ProgressTeller } from "../../domain/import/progress";
import type { TableKind } from "../../domain/import/recognise";
import type { RowReader } from "../../domain/import/row-reader";
import { judgeTeams } from "../../domain/import/team-verdict";
import type { Verdict } from "../../domain/import/verdict";
import { matchKey, serialKey } from "../../domain/match-key";
import type { Person } from "../../domain/person";
import type { Resolution } from "../../domain/provenance";
import type { Team } from "../../domain/team";
import type { ImportTable } from "./import-table";
import { inBatches } from "./in-batches";
import { judgeContracts } from "./judge-contracts";
import { judgeWithOrigins } from "./rule-rows";
import { SupplierNames } from "./supplier-names";

/** The verdicts on every row, by what the rows are about. */
export type FileVerdicts =
  | {
      readonly kind: "devices";
      readonly verdicts: readonly Verdict<Device>[];
      readonly holders: ReadonlyMap<string, Person>;
      readonly labels: ImportLabels;
    }
  | {
      readonly kind: "applications";
      readonly verdicts: readonly Verdict<Application>[];
      readonly suppliers: SupplierNames;
    }
  | {
      readonly kind: "contracts";
      readonly verdicts: readonly Verdict<Contract>[];
      readonly suppliers: SupplierNames;
      /** What people call a contract. */
      readonly titleOf: (contract: Contract) => string;
    }
  | { readonly kind: "people"; readonly verdicts: readonly Verdict<Person>[] }
  | { readonly kind: "teams"; readonly verdicts: readonly Verdict<Team>[] };

export type DeviceVerdicts = Extract<FileVerdicts, { kind: "devices" }>;

/** What the importer says of rows that would overwrite what people set by hand. */
export type ResolutionOf = (line: number) => Resolution | null;

export interface Judging {
  readonly newId: () => string;
  readonly resolutionOf: ResolutionOf;
  /** What labels that nobody has mapped are to stand for. */
  readonly labels: Readonly<Record<string, DeviceStatus>> | undefined;
  readonly progress: ProgressTeller;
  /** Told of devices while others are judged, in their order, when no verdict that is still to come changes theirs. */
  readonly asJudged?: ((some: DeviceVerdicts) => Promise<void>) | undefined;
}

/** Judges every row against what the database holds now. */
export async function judgeFile(
  reader: Reader,
  kind: TableKind,
  table: ImportTable,
  { newId, resolutionOf, labels: given, progress, asJudged }: Judging,
): Promise<FileVerdicts> {
  const rows = await inBatches(table.rows, (row) => table.readerOf(row));
  const [teams, people] = await Promise.all([allTeams(reader), allPeople(reader)]);
  const directory = directoryOf(people, teams);
  const nameOf = (id: string) => directory.personById(id)?.name ?? directory.teamById(id)?.name ?? id;
  const oneByOne = <T>(
    some: readonly RowReader[],
    judge: (row: RowReader) => T,
    judged?: (results: readonly T[]) => Promise<void> | undefined,
  ) => {
    progress.begin("judging", some.length);
    return inBatches(some, judge, (results) => {
      progress.add(results.length);
      return judged?.(results);
    });
  };
  const ruled = { rows, resolutionOf, nameOf, subjectKind: subjectKinds[kind] };
  switch (kind) {
    case "devices": {
      const known = await devicesNamed(reader, table, rows);
      const register = registerOf(known);
      const { source, orderOf } = table;
      const labels = new ImportLabels(await deviceLabels(reader), given);
      const holders = new Map(people.map((person) => [person.id, person]));
      // Nothing that is new was set by hand, so that nothing is judged a second time.
      const told = known.length === 0 ? asJudged : undefined;
      const judge = (some: readonly RowReader[]) => {
        const one = new DeviceJudge({ source, orderOf, labels, register, directory, newId });
        const judged = (verdicts: DeviceVerdicts["verdicts"]) => told?.({ kind, verdicts, labels, holders });
        return oneByOne(some, (row) => one.judge(row), judged);
      };
      return { kind, verdicts: await judgeWithOrigins(reader, { ...ruled, judge }), labels, holders };
    }
    case "applications": {
      const suppliers = await SupplierNames.load(reader, newId);
      const applications = (await allApplications(reader)).map(toApplication);
      const { orderOf } = table;
      const supplierIdOf = (name: string) => suppliers.idOf(name);
      const judge = (some: readonly RowReader[]) => {
        const one = new ApplicationJudge({ applications, supplierIdOf, directory, orderOf, newId });
        return oneByOne(some, (row) => one.judge(row));
      };
      const names = (id: string) => suppliers.nameOf(id) ?? nameOf(id);
      return {
        kind,
        suppliers,
        verdicts: await judgeWithOrigins(reader, { ...ruled, nameOf: names, judge }),
      };
    }
    case "contracts":
      return { kind, ...(await judgeContracts(reader, table, newId, ruled, oneByOne)) };
    case "people": {
      const judge = (some: readonly RowReader[]) => {
        const one = new PersonJudge(directory);
        return oneByOne(some, (row) => one.judge(row));
      };
      return { kind, verdicts: await judgeWithOrigins(reader, { ...ruled, judge }) };
    }
    case "teams": {
      const judge = async (some: readonly RowReader[]) => judgeTeams(some, { teams, directory, newId });
      return { kind, verdicts: await judgeWithOrigins(reader, { ...ruled, judge }) };
    }
  }
}

/** Only the devices that the file could be about: the register may hold many more than fit in memory twice. */
async function devicesNamed(
  reader: Reader,
  table: ImportTable,
  rows: readonly RowReader[],
): Promise<Device[]> {
  const ids: string[] = [];
  const tags: string[] = [];
  const serials: string[] = [];
  await inBatches(rows, (row) => {
    const { id, tag, serial } = identityOf(row, table.source);
    const key = serialKey(serial ?? null);
    if (id !== undefined) ids.push(id);
    if (tag !== undefined) tags.push(matchKey(tag));
    if (key !== null) serials.push(key);
  });
  const found = await deviceIdsWithKeys(reader, { ids, tags, serials });
  return (await devicesByIds(reader, found, { kind: "everything" })).map(toDevice);
}
