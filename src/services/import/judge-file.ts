import { setImmediate as nextTurn } from "node:timers/promises";
import type { Reader } from "../../database/gateway";
import { toDevice } from "../../database/stores/device-row";
import { devicesByIds } from "../../database/stores/device-store";
import { allPeople, deviceIdsWithKeys } from "../../database/stores/import-store";
import { allTeams } from "../../database/stores/team-store";
import type { Device } from "../../domain/device";
import { identityOf, registerOf } from "../../domain/import/device-match";
import { DeviceJudge } from "../../domain/import/device-verdict";
import { directoryOf } from "../../domain/import/directory";
import { PersonJudge } from "../../domain/import/person-verdict";
import type { TableKind } from "../../domain/import/recognise";
import type { RowReader } from "../../domain/import/row-reader";
import { judgeTeams } from "../../domain/import/team-verdict";
import type { Verdict } from "../../domain/import/verdict";
import { matchKey, serialKey } from "../../domain/match-key";
import type { Person } from "../../domain/person";
import type { Team } from "../../domain/team";
import type { ImportTable } from "./import-table";

/** The verdicts on every row, by what the rows are about. */
export type FileVerdicts =
  | {
      readonly kind: "devices";
      readonly verdicts: readonly Verdict<Device>[];
      readonly holders: ReadonlyMap<string, Person>;
    }
  | { readonly kind: "people"; readonly verdicts: readonly Verdict<Person>[] }
  | { readonly kind: "teams"; readonly verdicts: readonly Verdict<Team>[] };

/** Rows judged without a pause; other requests run in between. */
const batch = 250;

/** Judges every row against what the database holds now. */
export async function judgeFile(
  reader: Reader,
  kind: TableKind,
  table: ImportTable,
  newId: () => string,
): Promise<FileVerdicts> {
  const rows = await inBatches(table.rows, (row) => table.readerOf(row));
  const teams = await allTeams(reader);
  const people = await allPeople(reader);
  const directory = directoryOf(people, teams);
  switch (kind) {
    case "devices": {
      const register = registerOf(await devicesNamed(reader, table, rows));
      const { source, orderOf } = table;
      const judge = new DeviceJudge({ source, orderOf, register, directory, newId });
      const verdicts = await inBatches(rows, (row) => judge.judge(row));
      return { kind, verdicts, holders: new Map(people.map((person) => [person.id, person])) };
    }
    case "people": {
      const judge = new PersonJudge(directory);
      return { kind, verdicts: await inBatches(rows, (row) => judge.judge(row)) };
    }
    case "teams":
      return { kind, verdicts: judgeTeams(rows, { teams, directory, newId }) };
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

async function inBatches<T, R>(items: readonly T[], work: (item: T) => R): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += batch) {
    if (start > 0) await nextTurn();
    for (const item of items.slice(start, start + batch)) results.push(work(item));
  }
  return results;
}
