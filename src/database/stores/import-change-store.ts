import { setImmediate as breathe } from "node:timers/promises";
import sql, { join, raw, type Sql } from "sql-template-tag";
import type { ImportKind } from "../../domain/import/import";
import type { EarlierOrigin } from "../../domain/provenance";
import { importChangeEntity } from "../entities/transfer-entities";
import { firstRow, type Reader, type Writer } from "../gateway";
import { untilWritten } from "../row-lock";
import { inChunks, inWritesAhead } from "./chunks";
import { insertRows } from "./write-rows";

/**
 * What an import did to a record: it made it (`before` null), changed it, or left it as it was because somebody decided to
 * keep what was set by hand.
 */
export interface ImportChange {
  readonly subjectId: string;
  readonly before: object | null;
  /** `untouchedMark` for a record that was only decided about. */
  readonly mark: string;
  readonly origins: readonly EarlierOrigin[];
}

/** No record is marked like this. */
export const untouchedMark = "";

interface Marked {
  readonly table: string;
  /** SQL that tells any two states of a record apart. */
  readonly mark: Sql;
}

const version = sql`CAST(x.version AS text)`;
const marked: Readonly<Partial<Record<ImportKind, Marked>>> = {
  devices: { table: "device", mark: version },
  teams: { table: "team", mark: version },
  applications: { table: "application", mark: version },
  contracts: { table: "contract", mark: version },
  // People have no version; what an import can change of one is short enough to compare.
  people: {
    table: "person",
    mark: sql`x.name || ' | ' || x.email || ' | ' || x.team_id || ' | ' || CAST(x.active AS text)`,
  },
};

function markedOf(kind: ImportKind): Marked {
  const found = marked[kind];
  if (found === undefined) throw new Error(`Records of ${kind} cannot be marked`);
  return found;
}

/** How the named records are marked now; they stay so until the transaction ends. What is gone has no mark. */
export async function marksNow(
  tx: Writer,
  kind: ImportKind,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const { table, mark } = markedOf(kind);
  const marks = new Map<string, string>();
  await inChunks([...ids], async (chunk) => {
    const rows = await tx.rows<{ id: string; mark: string }>(
      sql`SELECT x.id, ${mark} AS mark FROM ${raw(table)} x WHERE x.id IN (${join(chunk)}) ${untilWritten(tx)}`,
    );
    for (const row of rows) marks.set(row.id, row.mark);
  });
  return marks;
}

export type WrittenChange = Omit<ImportChange, "mark"> & {
  /** Where whoever wrote the record knows it. */
  readonly mark: string | undefined;
};

/** Notes what an import has just written, with the marks that the records have now. */
export async function recordImportChanges(
  tx: Writer,
  run: { readonly id: string; readonly kind: ImportKind },
  changes: readonly WrittenChange[],
): Promise<void> {
  await inWritesAhead(changes, async (chunk, start) => {
    const unknown = chunk.filter(({ mark }) => mark === undefined).map(({ subjectId }) => subjectId);
    const marks = await marksNow(tx, run.kind, unknown);
    const rows = chunk.map(({ subjectId, before, mark, origins }, at) => ({
      importId: run.id,
      subjectId,
      position: start + at,
      before: before === null ? "" : JSON.stringify(before),
      mark: mark ?? marks.get(subjectId) ?? "",
      origins: origins.length === 0 ? "" : JSON.stringify(origins),
    }));
    await insertRows(tx, importChangeEntity, rows);
  });
}

interface ChangeRead {
  readonly subjectId: string;
  readonly position: number;
  readonly before: string;
  readonly mark: string;
  readonly origins: string;
}

const pieceSize = 1_000;

/** What an import did, in the order of its file; read in pieces, with others served in between. */
export async function importChanges(reader: Reader, importId: string): Promise<ImportChange[]> {
  const changes: ImportChange[] = [];
  for (let after = -1; ; ) {
    const rows = await reader.rows<ChangeRead>(sql`
      SELECT c.subject_id AS "subjectId", c.position, c.before, c.mark, c.origins FROM import_change c
       WHERE c.import_id = ${importId} AND c.position > ${after} ORDER BY c.position LIMIT ${pieceSize}`);
    for (const { subjectId, mark, before, origins } of rows)
      changes.push({
        ...{ subjectId, mark, before: before === "" ? null : JSON.parse(before) },
        origins: origins === "" ? [] : JSON.parse(origins),
      });
    const last = rows.at(-1);
    if (rows.length < pieceSize || !last) return changes;
    after = last.position;
    await breathe();
  }
}

/** Whether an import changed or decided something and every record that it changed still is as it left it. */
export async function isUntouched(
  reader: Reader,
  run: { readonly id: string; readonly kind: ImportKind },
): Promise<boolean> {
  const { table, mark } = markedOf(run.kind);
  const any = await firstRow(
    reader,
    sql`SELECT 1 AS one FROM import_change c WHERE c.import_id = ${run.id} LIMIT 1`,
  );
  if (any === null) return false;
  const changed = await firstRow(
    reader,
    sql`SELECT 1 AS one FROM import_change c LEFT JOIN ${raw(table)} x ON x.id = c.subject_id
         WHERE c.import_id = ${run.id} AND c.mark <> ${untouchedMark} AND (x.id IS NULL OR ${mark} <> c.mark) LIMIT 1`,
  );
  return changed === null;
}

interface Reference {
  readonly table: string;
  readonly column: string;
  /** The id of the referring record, where it is of the same kind and may belong to the same import. */
  readonly own?: string;
}

/** Where else a record is spoken of: one that is must not disappear. */
const references: Readonly<Partial<Record<ImportKind, readonly Reference[]>>> = {
  devices: [
    { table: "device_problem", column: "device_id" },
    { table: "assignment", column: "device_id" },
  ],
  applications: [
    { table: "application", column: "replaced_by_id", own: "id" },
    { table: "application_team", column: "application_id" },
    { table: "contract", column: "application_id" },
    { table: "integration", column: "from_id" },
    { table: "integration", column: "to_id" },
  ],
  people: [
    { table: "application", column: "business_owner_id" },
    { table: "application", column: "it_owner_id" },
    { table: "device", column: "assignee_id" },
    { table: "device_problem", column: "person_id" },
    { table: "custody_event", column: "person_id" },
    { table: "assignment", column: "person_id" },
    { table: "team_manager", column: "person_id" },
    { table: "delivery", column: "person_id" },
    { table: "conversation", column: "person_id" },
    { table: "check_in", column: "created_by" },
    { table: "audit_event", column: "actor_id" },
  ],
  teams: [
    { table: "person", column: "team_id" },
    { table: "device", column: "team_id" },
    { table: "team", column: "parent_id", own: "id" },
    { table: "application_team", column: "team_id" },
  ],
};

/** Those of the records that others speak of which are not in `within` themselves. */
export async function idsInUse(
  reader: Reader,
  kind: ImportKind,
  ids: readonly string[],
  within: ReadonlySet<string>,
): Promise<Set<string>> {
  const used = new Set<string>();
  for (const { table, column, own } of references[kind] ?? []) {
    await inChunks([...ids], async (chunk) => {
      const rows = await reader.rows<{ id: string; own: string }>(sql`
        SELECT DISTINCT x.${raw(column)} AS id, ${raw(own ? `x.${own}` : "''")} AS own
          FROM ${raw(table)} x WHERE x.${raw(column)} IN (${join(chunk)})`);
      for (const row of rows) if (!within.has(row.own)) used.add(row.id);
    });
  }
  return used;
}
