import type { Writer } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import { lockDeviceLabels } from "../../database/stores/device-label-store";
import {
  type ImportChange,
  idsInUse,
  importChanges,
  marksNow,
  untouchedMark,
} from "../../database/stores/import-change-store";
import { findImport, markUndone, oneImportAtATime } from "../../database/stores/import-store";
import { originsBySubject, setOrigins } from "../../database/stores/origin-store";
import type { AuditEvent } from "../../domain/audit-event";
import { type DeviceLabel, shippedTable } from "../../domain/device-label";
import { subjectKinds } from "../../domain/import/hand-set";
import type { ImportKind } from "../../domain/import/import";
import { tellingOf } from "../../domain/import/told-record";
import { toInstant } from "../../domain/instant";
import type { Caller } from "../../domain/permission";
import { type FieldOrigin, givenBack } from "../../domain/provenance";
import { Refusal } from "../../domain/refusal";
import type { ServiceContext } from "../service-context";
import { removeImportedLabels } from "./undo-labels";
import { recordsOf } from "./undo-records";
import { gone, type UndoneRecord } from "./undoable";

export interface UndoneImport {
  readonly id: string;
  readonly undoneAt: string;
  readonly removed: number;
  readonly restored: number;
}

const namedAtMost = 5;

/**
 * Takes a whole import back: removes what it made, gives back what was there before, and forgets what was decided with it,
 * so that the same file asks again. All or nothing. Labels that it added go too, unless somebody has taken them up.
 * @throws Refusal not-found; conflict `import-undone`, `import-changed-nothing`, `import-changed-since` naming the records that stand in the way
 */
export function undoImport(context: ServiceContext, caller: Caller, id: string): Promise<UndoneImport> {
  return context.gateway.writeApart(async (tx) => {
    await oneImportAtATime(tx);
    const run = await findImport(tx, id);
    if (run === null) throw new Refusal("not-found", "not-found");
    if (run.undoneAt !== "") throw new Refusal("conflict", "import-undone");
    const labels = run.labelIds.length === 0 ? shippedTable : await lockDeviceLabels(tx);
    const all = await importChanges(tx, id);
    if (all.length + run.labelIds.length === 0) throw new Refusal("conflict", "import-changed-nothing");
    const changes = all.filter(({ mark }) => mark !== untouchedMark);
    const records = recordsOf(run.kind);
    await refuseTouched(tx, run.kind, changes, records.namesOf);
    const made = changes.filter(({ before }) => before === null).map(({ subjectId }) => subjectId);
    const changed = changes.filter(({ before }) => before !== null);
    // What was made goes first: something that is given back may need its name.
    const undone = [...(await records.remove(tx, made)), ...(await records.restore(tx, changed))];
    const at = toInstant(context.clock.now());
    const removedLabels = await removeImportedLabels(tx, labels, run.labelIds);
    await recordEvents(tx, eventsOf(context, caller, run.kind, undone, at));
    await recordEvents(tx, labelEventsOf(context, caller, removedLabels, at));
    const origins = await originsBefore(tx, run.kind, all);
    await setOrigins(tx, origins);
    const forgotten = decidedOnly(all, origins);
    await recordEvents(tx, eventsOf(context, caller, run.kind, forgotten, at));
    await markUndone(tx, id, caller.person.id, at);
    return { id, undoneAt: at, removed: made.length, restored: changed.length };
  });
}

async function originsBefore(
  tx: Writer,
  kind: ImportKind,
  changes: readonly ImportChange[],
): Promise<FieldOrigin[]> {
  const decided = changes.filter(({ origins }) => origins.length > 0);
  const ids = decided.map(({ subjectId }) => subjectId);
  const now = await originsBySubject(tx, subjectKinds[kind], ids);
  return givenBack(
    decided.flatMap(({ origins }) => origins),
    ({ subjectId, field }) => now.get(subjectId)?.get(field),
  );
}

/** Records that the import left alone, whose history still tells that a decision about them was taken back. */
function decidedOnly(changes: readonly ImportChange[], origins: readonly FieldOrigin[]): UndoneRecord[] {
  const takenBack = new Set(origins.map(({ subjectId }) => subjectId));
  const untouched = changes.filter(
    ({ mark, subjectId }) => mark === untouchedMark && takenBack.has(subjectId),
  );
  return untouched.map(({ subjectId, before }) => ({ ...before, id: subjectId, changes: [] }));
}

async function refuseTouched(
  tx: Writer,
  kind: ImportKind,
  changes: readonly ImportChange[],
  namesOf: (tx: Writer, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>,
): Promise<void> {
  const ids = changes.map(({ subjectId }) => subjectId);
  const marks = await marksNow(tx, kind, ids);
  const made = changes.filter(({ before }) => before === null).map(({ subjectId }) => subjectId);
  const used = await idsInUse(tx, kind, made, new Set(ids));
  const touched = changes
    .filter(({ subjectId, mark }) => used.has(subjectId) || marks.get(subjectId) !== mark)
    .map(({ subjectId }) => subjectId);
  if (touched.length === 0) return;
  const names = await namesOf(tx, touched);
  const shown = touched.map((id) => names.get(id) ?? id);
  const more = touched.length > namedAtMost ? ", …" : "";
  const params = { count: touched.length, names: shown.slice(0, namedAtMost).join(", ") + more };
  const fields = touched.slice(0, 100).map((path, at) => ({ path, message: shown[at] ?? path }));
  throw new Refusal("conflict", "import-changed-since", params, fields);
}

function eventsOf(
  context: ServiceContext,
  caller: Caller,
  kind: ImportKind,
  undone: readonly UndoneRecord[],
  at: string,
): AuditEvent[] {
  return undone.map((record) => ({
    id: context.newId(),
    at,
    actorId: caller.person.id,
    door: "import",
    ...tellingOf(kind, record, "import-undone", record.changes),
    reason: null,
  }));
}

function labelEventsOf(
  context: ServiceContext,
  caller: Caller,
  labels: readonly DeviceLabel[],
  at: string,
): AuditEvent[] {
  return labels.map(({ id, name }) => ({
    ...{ id: context.newId(), at, actorId: caller.person.id, door: "import", reason: null },
    ...{ action: "device-label.removed", subjectKind: "device-label", subjectId: id },
    changes: [gone("name", name)],
  }));
}
