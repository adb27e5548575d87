import { setImmediate as nextTurn } from "node:timers/promises";
import type { Writer } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import { inChunks } from "../../database/stores/chunks";
import { insertDeviceLabels } from "../../database/stores/device-label-store";
import { insertDevices, refreshHolderNames, updateDevices } from "../../database/stores/device-store";
import { recordImportChanges, untouchedMark } from "../../database/stores/import-change-store";
import { noteImportedLabels } from "../../database/stores/import-store";
import { dropOrigins, originsBySubject, setOrigins } from "../../database/stores/origin-store";
import { insertPeople, updatePeople } from "../../database/stores/person-store";
import { insertTeams, type StoredTeam, updateTeam } from "../../database/stores/team-store";
import { type AuditEvent, changesBetween, type FieldChange } from "../../domain/audit-event";
import { subjectKinds } from "../../domain/import/hand-set";
import type { ImportKind } from "../../domain/import/import";
import type { ProgressTeller } from "../../domain/import/progress";
import { parentsFirst } from "../../domain/import/team-verdict";
import { tellingOf } from "../../domain/import/told-record";
import { countsOf, type Verdict } from "../../domain/import/verdict";
import type { Person } from "../../domain/person";
import type { EarlierOrigin, FieldOrigin } from "../../domain/provenance";
import { Refusal } from "../../domain/refusal";
import type { FileVerdicts } from "./judge-file";
import { writeApplications } from "./write-applications";
import { writeContracts } from "./write-contracts";

/** Who imports when; the same for every event of one import. */
export interface ImportStamp {
  readonly at: string;
  readonly actorId: string;
  readonly newId: () => string;
  readonly importId: string;
  readonly progress: ProgressTeller;
}

const writesInARow = 50;
/** So few that the database does not wait for its next rows. */
const toldAtOnce = 50;

/** Writes what the verdicts say, with a history event for each record. Called only when no row was refused. */
export async function writeVerdicts(tx: Writer, file: FileVerdicts, stamp: ImportStamp): Promise<void> {
  const { progress } = stamp;
  const counts = countsOf(file.verdicts);
  progress.begin("writing", counts.create + counts.update);
  if (file.kind === "devices") await writeLabels(tx, file, stamp);
  // The history is put together while the database writes the records.
  const [written, told] = await Promise.allSettled([writeRecords(tx, file, progress), tell(tx, file, stamp)]);
  if (written.status === "rejected") throw written.reason;
  if (told.status === "rejected") throw told.reason;
  await noteRulings(tx, file, stamp);
  // The rest is appended at the very end, just before the commit.
  progress.begin("recording", told.value.events);
  told.value.countOn((appended) => progress.add(appended));
}

async function writeRecords(tx: Writer, file: FileVerdicts, progress: ProgressTeller): Promise<void> {
  const counted = async <T>(items: readonly T[], write: (some: readonly T[]) => Promise<void>) =>
    inChunks(items, async (some) => {
      await write(some);
      progress.add(some.length);
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

interface Told {
  readonly events: number;
  /** Told at once how many have been appended by now, and from then on of every further one. */
  countOn(count: (appended: number) => void): void;
}

async function tell(tx: Writer, file: FileVerdicts, stamp: ImportStamp): Promise<Told> {
  let [events, early] = [0, 0];
  let count = (appended: number) => {
    early += appended;
  };
  await inChunks<Judged>(
    file.verdicts,
    async (verdicts) => {
      const some = eventsOf(file.kind, verdicts, stamp);
      events += some.length;
      await recordEvents(tx, some, () => count(1));
    },
    toldAtOnce,
  );
  return {
    events,
    countOn(further) {
      further(early);
      count = further;
    },
  };
}

/** Labels that the file brought along, each with an event of its own. */
async function writeLabels(
  tx: Writer,
  { labels, verdicts }: Extract<FileVerdicts, { kind: "devices" }>,
  { at, actorId, newId, importId }: ImportStamp,
): Promise<void> {
  const carried = verdicts.flatMap(({ after }) => after ?? []);
  const brought = labels.broughtBy(carried).map(({ name, status }) => ({
    ...{ id: newId(), name, status, retired: false, version: 1 },
  }));
  await insertDeviceLabels(tx, brought);
  await noteImportedLabels(
    tx,
    importId,
    brought.map(({ id }) => id),
  );
  const events = brought.map(
    (label): AuditEvent => ({
      ...{ id: newId(), at, actorId, door: "import", reason: null, action: "device-label.added" },
      ...{ subjectKind: "device-label", subjectId: label.id },
      changes: changesBetween(null, label, ["name", "status"]),
    }),
  );
  await recordEvents(tx, events);
}

export interface Changed<T> {
  readonly before: T;
  readonly after: T;
}

async function writePeople(tx: Writer, changed: readonly Changed<Person>[]): Promise<void> {
  await updatePeople(
    tx,
    changed.map(({ after }) => after),
  );
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

export function createdOf<T>(verdicts: readonly Verdict<T>[]): T[] {
  return verdicts.flatMap(({ kind, after }) => (kind === "create" && after !== null ? [after] : []));
}

export function changedOf<T>(verdicts: readonly Verdict<T>[]): Changed<T>[] {
  return verdicts.flatMap(({ kind, before, after }) =>
    kind === "update" && before !== null && after !== null ? [{ before, after }] : [],
  );
}

type Judged = Verdict<{ readonly id: string }>;

function eventsOf(
  kindOfFile: ImportKind,
  verdicts: readonly Judged[],
  { at, actorId, newId }: ImportStamp,
): AuditEvent[] {
  return verdicts.flatMap(({ kind, before, after, changes, ruling }) => {
    const record = after ?? before;
    if (record === null) return [];
    const of = (verb: Parameters<typeof tellingOf>[2], told: readonly FieldChange[]): AuditEvent => ({
      ...{ id: newId(), at, actorId, door: "import", reason: null },
      ...tellingOf(kindOfFile, record, verb, told),
    });
    const changed = ruling && ruling.taken.length > 0 ? "conflict-taken" : "changed";
    const events: AuditEvent[] = [];
    if (kind === "create" || kind === "update") {
      events.push(of(kind === "create" ? "created" : changed, changes));
    }
    // What was declined stands first and what stays second: the history reads "from the file's to ours".
    const kept = (ruling?.kept ?? []).map(({ field, from, to }) => ({ field, from: to, to: from }));
    if (kept.length > 0) events.push(of("conflict-kept", kept));
    return events;
  });
}

/** Remembers what was declined, lets go of what was overridden, and notes both for undoing the import. */
async function noteRulings(tx: Writer, file: FileVerdicts, stamp: ImportStamp): Promise<void> {
  const subjectKind = subjectKinds[file.kind];
  const ruled = file.verdicts.filter(({ ruling }) => ruling !== undefined);
  const ids = ruled.flatMap(({ before }) => (before ? [before.id] : []));
  const origins = await originsBySubject(tx, subjectKind, ids);
  const originsAt = (id: string, changes: readonly FieldChange[]) =>
    changes.flatMap(({ field, to }) => {
      const origin = origins.get(id)?.get(field);
      return origin ? [{ origin, to }] : [];
    });
  const declined: FieldOrigin[] = [];
  const earlier = new Map<string, EarlierOrigin[]>();
  const dropped: FieldOrigin[] = [];
  for (const { before, ruling } of ruled) {
    if (!before || !ruling) continue;
    const kept = originsAt(before.id, ruling.kept);
    declined.push(...kept.map(({ origin, to }) => ({ ...origin, declined: to })));
    const overridden = originsAt(before.id, ruling.taken).map(({ origin }) => origin);
    dropped.push(...overridden);
    const known = kept.map(({ origin, to }) => ({ ...origin, declinedSince: to }));
    earlier.set(before.id, [...overridden, ...known]);
  }
  await setOrigins(tx, declined);
  await dropOrigins(tx, dropped);
  const run = { id: stamp.importId, kind: file.kind };
  const changeOf = (after: { readonly id: string }) => {
    const isVersioned = file.kind === "devices" && "version" in after;
    return { subjectId: after.id, mark: isVersioned ? String(after.version) : undefined };
  };
  await recordImportChanges(
    tx,
    run,
    file.verdicts.flatMap(({ kind, before, after }) => {
      const origins = earlier.get(after?.id ?? "") ?? [];
      if (after === null) return [];
      if (kind === "create" || kind === "update") return [{ ...changeOf(after), before, origins }];
      return origins.length === 0 ? [] : [{ subjectId: after.id, mark: untouchedMark, before, origins }];
    }),
  );
}
