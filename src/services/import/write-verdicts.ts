import { setImmediate as nextTurn } from "node:timers/promises";
import type { Writer } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import { insertDevices, refreshHolderNames, updateDevice } from "../../database/stores/device-store";
import { insertPeople, updatePerson } from "../../database/stores/person-store";
import { insertTeams, type StoredTeam, updateTeam } from "../../database/stores/team-store";
import type { AuditEvent } from "../../domain/audit-event";
import { parentsFirst } from "../../domain/import/team-verdict";
import type { Verdict } from "../../domain/import/verdict";
import type { Person } from "../../domain/person";
import { Refusal } from "../../domain/refusal";
import type { FileVerdicts } from "./judge-file";

/** Who imports when; the same for every event of one import. */
export interface ImportStamp {
  readonly at: string;
  readonly actorId: string;
  readonly newId: () => string;
}

const writesInARow = 50;

/** Writes what the verdicts say, with a history event for each record. Called only when no row was refused. */
export async function writeVerdicts(tx: Writer, file: FileVerdicts, stamp: ImportStamp): Promise<void> {
  switch (file.kind) {
    case "devices":
      await insertDevices(tx, createdOf(file.verdicts), file.holders);
      await oneByOne(changedOf(file.verdicts), ({ before, after }) =>
        updateDevice(tx, before, after, file.holders),
      );
      break;
    case "people":
      await insertPeople(tx, createdOf(file.verdicts));
      await writePeople(tx, changedOf(file.verdicts));
      break;
    case "teams":
      await insertTeams(tx, parentsFirst(createdOf(file.verdicts)));
      await oneByOne(changedOf(file.verdicts), async ({ before, after }) => {
        const isWritten = await updateTeam(tx, after, (before as StoredTeam).version);
        if (!isWritten) throw new Refusal("stale", "stale");
      });
      break;
  }
  await recordEvents(tx, eventsOf(file, stamp));
}

interface Changed<T> {
  readonly before: T;
  readonly after: T;
}

async function writePeople(tx: Writer, changed: readonly Changed<Person>[]): Promise<void> {
  await oneByOne(changed, ({ after }) => updatePerson(tx, after));
  const renamed = changed.filter(({ before, after }) => before.name !== after.name);
  await refreshHolderNames(
    tx,
    renamed.map(({ after }) => after),
  );
}

/** The embedded database answers without giving way; this does, every so often. */
async function oneByOne<T>(items: readonly T[], write: (item: T) => Promise<unknown>): Promise<void> {
  for (const [at, item] of items.entries()) {
    if (at % writesInARow === writesInARow - 1) await nextTurn();
    await write(item);
  }
}

function createdOf<T>(verdicts: readonly Verdict<T>[]): T[] {
  return verdicts.flatMap(({ kind, after }) => (kind === "create" && after !== null ? [after] : []));
}

function changedOf<T>(verdicts: readonly Verdict<T>[]): Changed<T>[] {
  return verdicts.flatMap(({ kind, before, after }) =>
    kind === "update" && before !== null && after !== null ? [{ before, after }] : [],
  );
}

const subjects = { devices: "device", people: "person", teams: "team" } as const;

function eventsOf(file: FileVerdicts, { at, actorId, newId }: ImportStamp): AuditEvent[] {
  const subjectKind = subjects[file.kind];
  return file.verdicts.flatMap(({ kind, after, changes }) => {
    if (after === null || (kind !== "create" && kind !== "update")) return [];
    const action = `${subjectKind}.${kind === "create" ? "created" : "changed"}`;
    const subjectId = after.id;
    return [
      { id: newId(), at, actorId, door: "import", action, subjectKind, subjectId, changes, reason: null },
    ];
  });
}
