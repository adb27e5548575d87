import sql, { join } from "sql-template-tag";
import type { PartState, RunState, SyncPart } from "../../../domain/graph-sync/sync-part";
import type { Instant } from "../../../domain/instant";
import type { Page, PageRequest } from "../../../domain/page";
import { orEmpty, orNull } from "../../entities/columns";
import {
  type GraphSyncPartRow,
  type GraphSyncRow,
  graphSyncEntity,
  graphSyncPartEntity,
} from "../../entities/graph-entities";
import { firstRow, type Reader, type Writer } from "../../gateway";
import { keysetPage } from "../keyset-page";

export type SyncKind = "full" | "delta";

export interface PartResult {
  readonly name: SyncPart;
  readonly state: PartState;
  readonly fetched: number;
  readonly message: string | null;
}

export interface SyncRun {
  readonly id: string;
  readonly kind: SyncKind;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly state: RunState | "running";
  /** Null for the clock. */
  readonly requestedBy: string | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly parts: readonly PartResult[];
}

/** Any number that nothing else locks. */
const syncLock = 7_110_060;

/** Two that begin at once would both see nothing running; SQLite has one writer at a time anyway. */
export async function oneSyncAtATime(tx: Writer): Promise<void> {
  if (tx.engine === "postgres") await tx.rows(sql`SELECT pg_advisory_xact_lock(${syncLock})`);
}

/** Syncs that began and have not ended, with their last sign of life. */
export function runningSyncs(reader: Reader): Promise<{ id: string; beatAt: Instant }[]> {
  return reader.rows(sql`SELECT id, beat_at AS "beatAt" FROM graph_sync WHERE state = 'running'`);
}

/** When the last syncs began. */
export async function lastSyncs(
  reader: Reader,
): Promise<{ readonly lastFull: Instant | null; readonly last: Instant | null }> {
  const row = await firstRow<{ lastFull: Instant | null; last: Instant | null }>(
    reader,
    sql`SELECT max(CASE WHEN s.kind = 'full' THEN s.started_at END) AS "lastFull", max(s.started_at) AS last
      FROM graph_sync s`,
  );
  return row ?? { lastFull: null, last: null };
}

/** What began by asking for changes and has to read everything. */
export async function becomeFull(tx: Writer, id: string): Promise<void> {
  await tx.manager.update(graphSyncEntity, { id }, { kind: "full" });
}

/** Notes of syncs from before this moment go, but for those whose rows are still in force. */
export async function forgetRuns(tx: Writer, before: Instant): Promise<void> {
  const past = sql`SELECT s.id FROM graph_sync s WHERE s.started_at < ${before} AND s.state <> 'running'
    AND NOT EXISTS (SELECT 1 FROM graph_part p WHERE p.sync_id = s.id)`;
  await tx.run(sql`DELETE FROM graph_sync_part WHERE sync_id IN (${past})`);
  await tx.run(sql`DELETE FROM graph_sync WHERE id IN (${past})`);
}

/** A sign of life, with how far it has come. */
export async function noteProgress(
  tx: Writer,
  id: string,
  beatAt: Instant,
  counts: Readonly<Record<string, number>>,
): Promise<void> {
  await tx.manager.update(graphSyncEntity, { id }, { beatAt, counts: JSON.stringify(counts) });
}

export async function beginRun(
  tx: Writer,
  run: Pick<SyncRun, "id" | "kind" | "startedAt" | "requestedBy">,
): Promise<void> {
  const row = {
    ...run,
    requestedBy: orEmpty(run.requestedBy),
    finishedAt: "",
    state: "running",
    counts: "{}",
    beatAt: run.startedAt,
  };
  await tx.manager.insert(graphSyncEntity, row);
}

/** What one part came to so far. */
export async function notePart(tx: Writer, syncId: string, part: PartResult): Promise<void> {
  const row = { ...part, syncId, message: orEmpty(part.message) };
  await tx.manager.upsert(graphSyncPartEntity, row, ["syncId", "name"]);
}

export async function endRun(
  tx: Writer,
  { id, finishedAt, state, counts }: Pick<SyncRun, "id" | "state" | "counts"> & { finishedAt: Instant },
): Promise<void> {
  await tx.manager.update(graphSyncEntity, { id }, { finishedAt, state, counts: JSON.stringify(counts) });
}

/** Newest first, as sorting by `startedAt` downwards says. */
export async function runPage(reader: Reader, page: PageRequest<"startedAt">): Promise<Page<SyncRun>> {
  const { items, ...rest } = await keysetPage<GraphSyncRow>(
    reader,
    {
      select: sql`SELECT ${runColumns} FROM graph_sync s`,
      from: sql`graph_sync s`,
      where: sql`1 = 1`,
      order: [sql`s.started_at`, sql`s.id`],
      placeOf: ({ startedAt, id }) => [startedAt, id],
    },
    page,
  );
  return { ...rest, items: await withParts(reader, items) };
}

export async function findRun(reader: Reader, id: string): Promise<SyncRun | null> {
  const row = await firstRow<GraphSyncRow>(
    reader,
    sql`SELECT ${runColumns} FROM graph_sync s WHERE s.id = ${id}`,
  );
  return row === null ? null : ((await withParts(reader, [row]))[0] ?? null);
}

const runColumns = sql`s.id, s.kind, s.started_at AS "startedAt", s.finished_at AS "finishedAt", s.state,
  s.requested_by AS "requestedBy", s.counts`;

async function withParts(reader: Reader, rows: readonly GraphSyncRow[]): Promise<SyncRun[]> {
  if (rows.length === 0) return [];
  const parts = await reader.rows<GraphSyncPartRow>(sql`
    SELECT p.sync_id AS "syncId", p.name, p.state, p.fetched, p.message FROM graph_sync_part p
     WHERE p.sync_id IN (${join(rows.map(({ id }) => id))}) ORDER BY p.sync_id, p.name`);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as SyncKind,
    startedAt: row.startedAt,
    finishedAt: orNull(row.finishedAt),
    state: row.state as SyncRun["state"],
    requestedBy: orNull(row.requestedBy),
    counts: JSON.parse(row.counts) as Record<string, number>,
    parts: parts
      .filter(({ syncId }) => syncId === row.id)
      .map(({ name, state, fetched, message }) => ({
        name: name as SyncPart,
        state: state as PartState,
        fetched,
        message: orNull(message),
      })),
  }));
}
