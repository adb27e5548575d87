import sql, { empty, join, type Sql } from "sql-template-tag";
import type { FieldChange } from "../../domain/audit-event";
import type { Instant } from "../../domain/instant";
import { matchKey } from "../../domain/match-key";
import { countedTotalCap, type Page, type PageRequest } from "../../domain/page";
import { firstRow, type Reader } from "../gateway";
import type { HistoryEntry } from "./audit-store";
import { inChunks } from "./chunks";
import { allOf, containing } from "./scope-sql";

export interface AuditFilter {
  readonly actorId?: string | undefined;
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly action?: string | undefined;
  /** Included. */
  readonly from?: Instant | undefined;
  /** Excluded. */
  readonly to?: Instant | undefined;
  /** In the actor's name, the action, the subject, the values and the reason. */
  readonly search?: string | undefined;
}

export interface AuditEntry extends HistoryEntry {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly redacted: boolean;
}

type AuditRead = Omit<AuditEntry, "changes" | "redacted"> & { changes: string; redacted: number };

const joined = sql`audit_event e LEFT JOIN person p ON p.id = e.actor_id`;

/** Without scope: whoever may read the audit log reads all of it. The key of a page is a sequence number. */
export async function auditPage(
  reader: Reader,
  filter: AuditFilter,
  page: PageRequest<"at">,
): Promise<Page<AuditEntry>> {
  const where = matching(filter);
  const order = page.descending ? sql`e.at DESC, e.seq DESC` : sql`e.at, e.seq`;
  const rows = await reader.rows<AuditRead>(sql`
    SELECT e.seq, e.id, e.at, e.actor_id AS "actorId", p.name AS "actorName", e.door, e.action,
           e.subject_kind AS "subjectKind", e.subject_id AS "subjectId", e.changes, NULLIF(e.reason, '') AS reason,
           CASE WHEN EXISTS (SELECT 1 FROM audit_redaction r WHERE r.event_seq = e.seq) THEN 1 ELSE 0 END AS redacted
      FROM ${joined} WHERE ${allOf([where, beyond(page)])} ORDER BY ${order} LIMIT ${page.limit + 1}`);
  const items = rows.slice(0, page.limit).map(fromRow);
  const last = items.at(-1);
  const next = rows.length > page.limit && last ? ([last.at, String(last.seq)] as const) : null;
  return { items, ...(await countUpToCap(reader, where)), next };
}

/** Asset tags of devices by their id, for those who see everything; a device that was removed has none. */
export async function deviceTagsOf(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const tags = new Map<string, string>();
  await inChunks([...new Set(ids)], async (chunk) => {
    const rows = await reader.rows<{ id: string; tag: string }>(
      sql`SELECT d.id, d.asset_tag AS tag FROM device d WHERE d.id IN (${join(chunk)})`,
    );
    for (const { id, tag } of rows) tags.set(id, tag);
  });
  return tags;
}

async function countUpToCap(reader: Reader, where: Sql): Promise<{ total: number; totalCapped: boolean }> {
  const count = await firstRow<{ n: number }>(
    reader,
    sql`SELECT CAST(count(*) AS integer) AS n
          FROM (SELECT 1 FROM ${joined} WHERE ${where} LIMIT ${countedTotalCap + 1}) counted`,
  );
  const n = count?.n ?? 0;
  return { total: Math.min(n, countedTotalCap), totalCapped: n > countedTotalCap };
}

function beyond({ after, descending }: PageRequest<"at">): Sql | null {
  if (after === null) return null;
  const place = sql`(${after[0]}, CAST(${after[1]} AS integer))`;
  return descending ? sql`(e.at, e.seq) < ${place}` : sql`(e.at, e.seq) > ${place}`;
}

function matching(filter: AuditFilter): Sql {
  const { actorId, subjectKind, subjectId, action, from, to, search } = filter;
  return allOf([
    actorId === undefined ? null : sql`e.actor_id = ${actorId}`,
    subjectKind === undefined ? null : sql`e.subject_kind = ${subjectKind}`,
    subjectId === undefined ? null : sql`e.subject_id = ${subjectId}`,
    action === undefined ? null : sql`e.action = ${action}`,
    from === undefined ? null : sql`e.at >= ${from}`,
    to === undefined ? null : sql`e.at < ${to}`,
    search ? found(search) : null,
  ]);
}

function found(search: string): Sql {
  const pattern = containing(matchKey(search));
  const fields = [
    sql`lower(e.action)`,
    sql`lower(e.subject_id)`,
    sql`lower(e.changes)`,
    sql`lower(e.reason)`,
  ];
  const hits = fields.reduce((all, field) => sql`${all} OR ${field} LIKE ${pattern} ESCAPE '\\'`, empty);
  return sql`(p.name_key LIKE ${pattern} ESCAPE '\\'${hits})`;
}

function fromRow(row: AuditRead): AuditEntry {
  return { ...row, changes: JSON.parse(row.changes) as FieldChange[], redacted: row.redacted === 1 };
}
