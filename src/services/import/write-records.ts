import { setImmediate as nextTurn } from "node:timers/promises";
import type { Writer } from "../../database/gateway";
import { inChunks } from "../../database/stores/chunks";
import { insertDevices, updateDevices } from "../../database/stores/device-store";
import { insertPeople } from "../../database/stores/person-store";
import { insertTeams, type StoredTeam, updateTeam } from "../../database/stores/team-store";
import { parentsFirst } from "../../domain/import/team-verdict";
import type { Verdict } from "../../domain/import/verdict";
import { Refusal } from "../../domain/refusal";
import { writePeople } from "../write-people";
import type { FileVerdicts } from "./judge-file";
import { writeApplications } from "./write-applications";
import { writeContracts } from "./write-contracts";

const writesInARow = 50;

/** Writes the records of a file as its verdicts say. */
export async function writeRecords(
  tx: Writer,
  file: FileVerdicts,
  count: (written: number) => void,
): Promise<void> {
  const counted = async <T>(items: readonly T[], write: (some: readonly T[]) => Promise<void>) =>
    inChunks(items, async (some) => {
      await write(some);
      count(some.length);
    });
  switch (file.kind) {
    case "devices":
      await counted(createdOf(file.verdicts), (some) => insertDevices(tx, some, file.holders));
      await counted(changedOf(file.verdicts), (some) => updateDevices(tx, some, file.holders));
      break;
    case "applications":
      await writeApplications(tx, file);
      break;
    case "contracts":
      await writeContracts(tx, file);
      break;
    case "people":
      await counted(createdOf(file.verdicts), (some) => insertPeople(tx, some));
      await counted(changedOf(file.verdicts), (some) => writePeople(tx, some));
      break;
    case "teams":
      await insertTeams(tx, parentsFirst(createdOf(file.verdicts)));
      await oneByOne(changedOf(file.verdicts), async ({ before, after }) => {
        const isWritten = await updateTeam(tx, after, (before as StoredTeam).version);
        if (!isWritten) throw new Refusal("stale", "stale");
      });
      break;
  }
}

export interface Changed<T> {
  readonly before: T;
  readonly after: T;
}

/** The embedded database answers without giving way; this does, every so often. */
async function oneByOne<T>(items: readonly T[], write: (item: T) => Promise<unknown>): Promise<void> {
  for (const [at, item] of items.entries()) {
    if (at % writesInARow === writesInARow - 1) await nextTurn();
    await write(item);
  }
}

export function createdOf<T>(verdicts: readonly Verdict<T>[]): T[] {
  return verdicts.flatMap(({ kind, after }) => (kind === "create" && after !== null ? [after] : []));
}

export function changedOf<T>(verdicts: readonly Verdict<T>[]): Changed<T>[] {
  return verdicts.flatMap(({ kind, before, after }) =>
    kind === "update" && before !== null && after !== null ? [{ before, after }] : [],
  );
}
