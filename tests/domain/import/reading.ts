import type { Contract } from "../../../src/domain/application/contract";
import type { Device } from "../../../src/domain/device";
import { shippedTable } from "../../../src/domain/device-label";
import { ContractJudge, type ContractSurroundings } from "../../../src/domain/import/contract-verdict";
import { type DayOrder, dayOrderOf } from "../../../src/domain/import/day-text";
import { registerOf } from "../../../src/domain/import/device-match";
import { DeviceJudge } from "../../../src/domain/import/device-verdict";
import { directoryOf } from "../../../src/domain/import/directory";
import type { ImportSource } from "../../../src/domain/import/import";
import { ImportLabels } from "../../../src/domain/import/import-labels";
import { PersonJudge } from "../../../src/domain/import/person-verdict";
import { readHeader, type TableKind } from "../../../src/domain/import/recognise";
import { RowReader, RowShape } from "../../../src/domain/import/row-reader";
import { judgeTeams } from "../../../src/domain/import/team-verdict";
import type { Verdict } from "../../../src/domain/import/verdict";
import { matchKey } from "../../../src/domain/match-key";
import type { Person } from "../../../src/domain/person";
import type { Team } from "../../../src/domain/team";

export interface Council {
  readonly devices?: readonly Device[];
  readonly people?: readonly Person[];
  readonly teams?: readonly Team[];
}

/** A table as a test writes it: header first. */
export type Table = readonly (readonly string[])[];

function read(kind: TableKind, table: Table, source: ImportSource | "auto") {
  const [cells = [], ...rows] = table;
  const header = readHeader(kind, source, { line: 1, cells }, (at) => rows.every((row) => !row[at]));
  const shape = new RowShape(header.columns, cells.length, (at) => cells[at] ?? "");
  const readers = rows.map((row, at) => new RowReader({ line: at + 2, cells: row }, shape));
  const orderOf = (field: string): DayOrder => {
    const column = header.columns.find((one) => one.field === field);
    return dayOrderOf(rows.map((row) => (column && row[column.at]) ?? ""));
  };
  return { ...header, readers, orderOf };
}

function counter(): () => string {
  let count = 0;
  return () => `new-${++count}`;
}

export function judgeDevices(
  table: Table,
  council: Council = {},
  source: ImportSource | "auto" = "auto",
): Verdict<Device>[] {
  const reading = read("devices", table, source);
  const judge = new DeviceJudge({
    source: reading.source,
    orderOf: reading.orderOf,
    labels: new ImportLabels(shippedTable),
    register: registerOf(council.devices ?? []),
    directory: directoryOf(council.people ?? [], council.teams ?? []),
    newId: counter(),
  });
  return reading.readers.map((reader) => judge.judge(reader));
}

interface Contracted extends Council {
  readonly applications: ContractSurroundings["applications"];
  readonly contracts: readonly Contract[];
  /** Names by id. */
  readonly suppliers: Readonly<Record<string, string>>;
}

export function judgeContracts(table: Table, council: Contracted): Verdict<Contract>[] {
  const reading = read("contracts", table, "auto");
  const { applications, contracts, suppliers } = council;
  const idOf = (name: string) =>
    Object.keys(suppliers).find((id) => matchKey(suppliers[id] ?? "") === matchKey(name)) ?? `new ${name}`;
  const newId = counter();
  const judge = new ContractJudge({
    ...{ applications, contracts, newId, supplierIdOf: idOf, orderOf: reading.orderOf },
  });
  return reading.readers.map((reader) => judge.judge(reader));
}

export function judgePeople(table: Table, council: Council = {}): Verdict<Person>[] {
  const judge = new PersonJudge(directoryOf(council.people ?? [], council.teams ?? []));
  return read("people", table, "auto").readers.map((reader) => judge.judge(reader));
}

export function judgeTeamRows(table: Table, council: Council = {}): Verdict<Team>[] {
  const teams = council.teams ?? [];
  const directory = directoryOf(council.people ?? [], teams);
  return judgeTeams(read("teams", table, "auto").readers, { teams, directory, newId: counter() });
}

/** `line column code` of every problem, in order. */
export function problemsOf(verdicts: readonly Verdict<unknown>[]): string[] {
  return verdicts.flatMap(({ problems }) =>
    problems.map(({ line, column, code }) => `${line} ${column ?? "-"} ${code}`),
  );
}

export function kindsOf(verdicts: readonly Verdict<unknown>[]): string[] {
  return verdicts.map(({ kind }) => kind);
}
