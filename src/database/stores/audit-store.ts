import sql, { empty } from "sql-template-tag";
import type { AuditEvent, FieldChange } from "../../domain/audit-event";
import { auditEventEntity } from "../entities/audit-entities";
import { orEmpty } from "../entities/columns";
import type { Reader, Writer } from "../gateway";
import { inChunks } from "./chunks";

export async function recordEvents(tx: Writer, events: readonly AuditEvent[]): Promise<void> {
  await inChunks(events, async (chunk) => {
    const rows = chunk.map((event) => ({
      ...event,
      changes: JSON.stringify(event.changes),
      reason: orEmpty(event.reason),
    }));
    await tx.manager.insert(auditEventEntity, rows);
  });
}

export interface HistoryEntry {
  readonly seq: number;
  readonly id: string;
  readonly at: string;
  readonly actorId: string;
  readonly actorName: string | null;
  readonly door: string;
  readonly action: string;
  readonly changes: readonly FieldChange[];
  readonly reason: string | null;
}

/** Newest first; `before` is the sequence number of the last entry of the page before. */
export async function historyOf(
  reader: Reader,
  subject: { readonly kind: string; readonly id: string },
  limit: number,
  before: number | null,
): Promise<{ entries: HistoryEntry[]; total: number }> {
  const where = sql`e.subject_kind = ${subject.kind} AND e.subject_id = ${subject.id}`;
  const rows = await reader.rows<Omit<HistoryEntry, "changes"> & { changes: string }>(sql`
    SELECT e.seq, e.id, e.at, e.actor_id AS "actorId", p.name AS "actorName", e.door, e.action, e.changes,
           NULLIF(e.reason, '') AS reason
      FROM audit_event e LEFT JOIN person p ON p.id = e.actor_id
     WHERE ${where} ${before === null ? empty : sql`AND e.seq < ${before}`}
     ORDER BY e.seq DESC LIMIT ${limit}`);
  const [count] = await reader.rows<{ n: number }>(
    sql`SELECT CAST(count(*) AS integer) AS n FROM audit_event e WHERE ${where}`,
  );
  const entries = rows.map((row) => ({ ...row, changes: JSON.parse(row.changes) as FieldChange[] }));
  return { entries, total: count?.n ?? 0 };
}
