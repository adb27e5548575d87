import sql, { join } from "sql-template-tag";
import type { ImportCounts, ImportKind, ImportRun, ImportSource } from "../../domain/import/import";
import { matchKey } from "../../domain/match-key";
import type { Page, PageRequest } from "../../domain/page";
import type { Person } from "../../domain/person";
import { importEntity } from "../entities/audit-entities";
import { orEmpty, orNull } from "../entities/columns";
import { firstRow, type Reader, type Writer } from "../gateway";
import { untilWritten } from "../row-lock";
import { inChunks } from "./chunks";
import { keysetPage } from "./keyset-page";
import { named, titled } from "./name-search";
import { allOf, containing } from "./scope-sql";

export interface ImportRunView extends ImportRun {
  readonly actorName: string | null;
  readonly undoneAt: string | null;
  readonly undoneByName: string | null;
}

/** Any number that nothing else locks. */
const importLock = 7_110_001;

/**
 * Two imports at once would both find that a device is not there yet; the second waits until the first has written.
 * SQLite has one writer at a time anyway.
 */
export async function oneImportAtATime(tx: Writer): Promise<void> {
  if (tx.engine === "postgres") await tx.rows(sql`SELECT pg_advisory_xact_lock(${importLock})`);
}

/** @param requestKey by which the client asks for it, '' when it does not */
export async function recordImport(tx: Writer, run: ImportRun, requestKey: string): Promise<void> {
  const fileName = orEmpty(run.fileName);
  const rows = JSON.stringify(run.rows);
  const row = { ...run, fileName, rows, undoneAt: "", undoneBy: "", requestKey, labels: "" };
  await tx.manager.insert(importEntity, row);
}

export async function noteImportedLabels(tx: Writer, id: string, labelIds: readonly string[]): Promise<void> {
  if (labelIds.length > 0)
    await tx.manager.update(importEntity, { id }, { labels: JSON.stringify(labelIds) });
}

export interface AppliedUnderKey {
  readonly id: string;
  readonly rows: ImportCounts;
}

/** What this person imported under a key of their own; null when nothing was written. */
export async function importWithKey(
  reader: Reader,
  actorId: string,
  requestKey: string,
): Promise<AppliedUnderKey | null> {
  const row = await firstRow<{ id: string; rows: string }>(
    reader,
    sql`SELECT i.id, i.rows FROM import_run i WHERE i.actor_id = ${actorId} AND i.request_key = ${requestKey}
         ORDER BY i.at DESC, i.id LIMIT 1`,
  );
  return row && { id: row.id, rows: JSON.parse(row.rows) as ImportCounts };
}

export interface HeldImport extends ImportRun {
  readonly undoneAt: string;
  /** Ids of the device labels that it added. */
  readonly labelIds: readonly string[];
}

/** One import, held until the transaction ends. */
export async function findImport(tx: Writer, id: string): Promise<HeldImport | null> {
  const row = await firstRow<ImportRead & { labels: string }>(
    tx,
    sql`SELECT i.id, i.at, i.actor_id AS "actorId", i.kind, i.source,
               NULLIF(i.file_name, '') AS "fileName", i.rows, i.undone_at AS "undoneAt", i.labels
          FROM import_run i WHERE i.id = ${id} ${untilWritten(tx)}`,
  );
  if (row === null) return null;
  const { labels, ...run } = row;
  const labelIds: readonly string[] = labels === "" ? [] : JSON.parse(labels);
  return { ...run, undoneAt: run.undoneAt ?? "", rows: JSON.parse(run.rows) as ImportCounts, labelIds };
}

export async function markUndone(tx: Writer, id: string, by: string, at: string): Promise<void> {
  await tx.manager.update(importEntity, { id }, { undoneAt: at, undoneBy: by });
}

export interface ImportFilter {
  /** Finds the kind, the source, the name of the file or that of who imported. */
  readonly search: string | undefined;
  /** Whether anything came of it: a record, a label or a decision. */
  readonly changed?: boolean | undefined;
}

const changedAnything = sql`(i.labels <> '' OR EXISTS (SELECT 1 FROM import_change c WHERE c.import_id = i.id))`;

export async function importPage(
  reader: Reader,
  { search, changed }: ImportFilter,
  page: PageRequest<"at">,
): Promise<Page<ImportRunView>> {
  const pattern = search ? containing(matchKey(search)) : null;
  const where = allOf([
    pattern === null
      ? null
      : sql`(i.kind LIKE ${pattern} ESCAPE '\\' OR i.source LIKE ${pattern} ESCAPE '\\' OR ${named(reader, sql`p.name_key`, search ?? "")}
        OR ${titled(reader, sql`i.file_name`, search ?? "")})`,
    changed === undefined ? null : changed ? changedAnything : sql`NOT ${changedAnything}`,
  ]);
  const from = sql`import_run i LEFT JOIN person p ON p.id = i.actor_id`;
  const { items, ...rest } = await keysetPage<ImportRead>(
    reader,
    {
      select: sql`SELECT i.id, i.at, i.actor_id AS "actorId", p.name AS "actorName", i.kind, i.source, i.rows,
        NULLIF(i.file_name, '') AS "fileName", NULLIF(i.undone_at, '') AS "undoneAt", u.name AS "undoneByName"
        FROM ${from} LEFT JOIN person u ON u.id = i.undone_by`,
      from,
      where,
      order: [sql`i.at`, sql`i.id`],
      placeOf: ({ at, id }) => [at, id],
    },
    page,
  );
  return { ...rest, items: items.map(fromRow) };
}

interface ImportRead {
  id: string;
  at: string;
  actorId: string;
  actorName: string | null;
  kind: ImportKind;
  source: ImportSource;
  fileName: string | null;
  rows: string;
  undoneAt: string | null;
  undoneByName: string | null;
}

function fromRow(row: ImportRead): ImportRunView {
  return { ...row, rows: JSON.parse(row.rows) as ImportCounts };
}

/** Everybody, leavers too: files name people by id, e-mail, login or name. */
export async function allPeople(reader: Reader): Promise<Person[]> {
  const rows = await reader.rows<{ id: string; name: string; email: string; teamId: string; active: number }>(
    sql`SELECT p.id, p.name, p.email, p.team_id AS "teamId", p.active FROM person p`,
  );
  return rows.map((row) => ({ ...row, teamId: orNull(row.teamId), active: row.active === 1 }));
}

export interface DeviceKeys {
  readonly ids: readonly string[];
  /** As `matchKey` makes them. */
  readonly tags: readonly string[];
  /** As `serialKey` makes them. */
  readonly serials: readonly string[];
}

/** Ids of the devices that have one of these keys. */
export async function deviceIdsWithKeys(reader: Reader, keys: DeviceKeys): Promise<string[]> {
  const found = new Set<string>();
  const look = async (column: "id" | "asset_key" | "serial_key", values: readonly string[]) => {
    const field = { id: sql`d.id`, asset_key: sql`d.asset_key`, serial_key: sql`d.serial_key` }[column];
    await inChunks([...new Set(values)], async (chunk) => {
      const rows = await reader.rows<{ id: string }>(
        sql`SELECT d.id FROM device d WHERE ${field} IN (${join(chunk)})`,
      );
      for (const { id } of rows) found.add(id);
    });
  };
  await look("id", keys.ids);
  await look("asset_key", keys.tags);
  await look("serial_key", keys.serials);
  return [...found];
}
