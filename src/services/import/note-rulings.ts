import type { Writer } from "../../database/gateway";
import {
  recordImportChanges,
  untouchedMark,
  type WrittenChange,
} from "../../database/stores/import-change-store";
import { dropOrigins, originsBySubject, setOrigins } from "../../database/stores/origin-store";
import type { FieldChange } from "../../domain/audit-event";
import { subjectKinds } from "../../domain/import/hand-set";
import type { EarlierOrigin, FieldOrigin } from "../../domain/provenance";
import type { FileVerdicts } from "./judge-file";

/** Remembers what was declined, lets go of what was overridden, and notes both for undoing the import. */
export async function noteRulings(tx: Writer, file: FileVerdicts, importId: string): Promise<void> {
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
  const run = { id: importId, kind: file.kind };
  const markOf = (after: object) =>
    file.kind === "devices" && "version" in after ? String(after.version) : undefined;
  const none: EarlierOrigin[] = [];
  const changes: WrittenChange[] = [];
  for (const { kind, before, after } of file.verdicts) {
    if (after === null) continue;
    const subjectId = after.id;
    const origins = earlier.get(subjectId) ?? none;
    if (kind === "create" || kind === "update")
      changes.push({ subjectId, mark: markOf(after), before, origins });
    else if (origins.length > 0) changes.push({ subjectId, mark: untouchedMark, before, origins });
  }
  await recordImportChanges(tx, run, changes);
}
