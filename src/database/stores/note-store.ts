import sql, { join, type Sql } from "sql-template-tag";
import type { MessageTopic } from "../../domain/check-in/message-topic";
import type { DeliveryReason, DeliveryState } from "../../domain/delivery";
import type { LastDigest } from "../../domain/finding/finding-digest";
import type { Instant } from "../../domain/instant";
import type { Note, NoteKind } from "../../domain/note";
import { orEmpty, orNull } from "../entities/columns";
import type { NoteRow } from "../entities/note-entities";
import { firstRow, type Reader, type Writer } from "../gateway";

/** Stands for the check-in of deliveries that ask nothing. */
export const noteQueue = "note";

const columns = sql`n.id, n.identity, n.person_id AS "personId", n.kind, n.source, n.renewal_id AS "renewalId",
  n.last_day AS "actBy", n.days_ahead AS "daysAhead", n.decided_at AS "decidedAt", n.closes_at AS "closesAt"`;

/**
 * Writes a note down and queues it, unless it was decided before, here or on another replica.
 * @param dueAt the good time for its person
 * @param waitsFor why it is not due at once
 * @returns whether it is new
 */
export async function queueNote(
  tx: Writer,
  note: Note,
  dueAt: Instant,
  waitsFor: DeliveryReason | null,
): Promise<boolean> {
  const { id, identity, personId, kind, renewal, decidedAt, closesAt } = note;
  const { source = "", id: renewalId = "", actBy = "", daysAhead = 0 } = renewal ?? {};
  const isNew = await tx.run(sql`
    INSERT INTO note (id, identity, person_id, kind, source, renewal_id, last_day, days_ahead, decided_at, closes_at)
    VALUES (${id}, ${identity}, ${personId}, ${kind}, ${source}, ${renewalId}, ${actBy}, ${daysAhead}, ${decidedAt},
            ${closesAt})
    ON CONFLICT (identity) DO NOTHING`);
  if (isNew === 0) return false;
  await tx.run(sql`
    INSERT INTO delivery (id, check_in_id, person_id, assignment_id, state, reason, queued_at, due_at)
    VALUES (${id}, ${noteQueue}, ${personId}, ${id}, 'queued', ${orEmpty(waitsFor)}, ${decidedAt}, ${dueAt})`);
  return true;
}

/** Those with these ids; a delivery has the id of its note. */
export async function notesByIds(reader: Reader, ids: readonly string[]): Promise<Map<string, Note>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.rows<NoteRow>(sql`SELECT ${columns} FROM note n WHERE n.id IN (${join(ids)})`);
  return new Map(rows.map((row) => [row.id, fromRow(row)]));
}

/** Limits deliveries of a table `d` to notes that may still be sent. */
export function stillOpenNotes(now: Instant): Sql {
  return sql`d.assignment_id IN (SELECT n.id FROM note n WHERE n.closes_at > ${now})`;
}

/** What the notes with these ids are about, and until when they may be sent. */
export async function topicsOfNotes(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, { readonly topic: MessageTopic; readonly closesAt: Instant }>> {
  const notes = await notesByIds(reader, ids);
  return new Map([...notes].map(([id, { kind, closesAt }]) => [id, { topic: kind, closesAt }]));
}

/** What was not sent in time is not sent any more; what kept it from its person stays readable. */
export async function expireNotes(tx: Writer, now: Instant): Promise<number> {
  return tx.run(sql`UPDATE delivery SET state = 'expired'
    WHERE check_in_id = ${noteQueue} AND state IN ('queued', 'blocked')
      AND assignment_id IN (SELECT n.id FROM note n WHERE n.closes_at <= ${now})`);
}

/** How far the latest reminder of a renewal came, for one day to act by. */
export interface StoredReminder {
  readonly source: "subscription" | "contract";
  readonly renewalId: string;
  readonly actBy: string;
  readonly daysAhead: number;
  readonly personId: string;
  readonly state: DeliveryState;
  readonly reason: DeliveryReason | null;
  readonly decidedAt: Instant;
  readonly sentAt: Instant | null;
}

/** Every reminder that is still kept, the oldest first. */
export async function storedReminders(reader: Reader): Promise<StoredReminder[]> {
  const rows = await reader.rows<Omit<StoredReminder, "reason"> & { reason: string }>(sql`
    SELECT n.source, n.renewal_id AS "renewalId", n.last_day AS "actBy", n.days_ahead AS "daysAhead",
           n.person_id AS "personId", d.state, d.reason, n.decided_at AS "decidedAt", NULLIF(d.sent_at, '') AS "sentAt"
      FROM note n JOIN delivery d ON d.id = n.id WHERE n.kind = 'renewal' ORDER BY n.decided_at, n.id`);
  return rows.map((row) => ({ ...row, reason: orNull(row.reason) as DeliveryReason | null }));
}

/** The latest digest of one person; null for none. */
export async function lastDigestOf(reader: Reader, personId: string): Promise<LastDigest | null> {
  const row = await firstRow<{ id: string; queuedAt: string; dueAt: string; sentAt: string; state: string }>(
    reader,
    sql`SELECT n.id, d.queued_at AS "queuedAt", d.due_at AS "dueAt", d.sent_at AS "sentAt", d.state
          FROM note n JOIN delivery d ON d.id = n.id
         WHERE n.person_id = ${personId} AND n.kind = 'findings' ORDER BY n.decided_at DESC, n.id DESC LIMIT 1`,
  );
  if (row === null) return null;
  const at = [row.queuedAt, row.dueAt, row.sentAt].reduce((latest, each) => (each > latest ? each : latest));
  return { id: row.id, at, waits: row.state === "queued" || row.state === "sending" };
}

function fromRow(row: NoteRow): Note {
  const { id, identity, personId, kind, source, renewalId, actBy, daysAhead, decidedAt, closesAt } = row;
  const renewal =
    source === "" ? null : { source: source as "subscription" | "contract", id: renewalId, actBy, daysAhead };
  return { id, identity, personId, kind: kind as NoteKind, renewal, decidedAt, closesAt };
}
