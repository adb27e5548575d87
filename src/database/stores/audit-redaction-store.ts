import sql, { join } from "sql-template-tag";
import type { AuditEvent } from "../../domain/audit-event";
import { contentHashOf, type EventContent, newSalt, redactionDigestOf } from "../audit-chain";
import type { Reader, Writer } from "../gateway";
import { recordEvent } from "./audit-store";
import { inChunks } from "./chunks";

/** What can be taken out of an event, as it is stored. */
export interface StoredContent extends Omit<EventContent, "salt"> {
  readonly seq: number;
  readonly subjectKind: string;
  readonly action: string;
}

const stored = sql`SELECT e.seq, e.actor_id AS "actorId", e.subject_kind AS "subjectKind",
  e.subject_id AS "subjectId", e.action, e.changes, e.reason FROM audit_event e`;

/** The events after `seq`, oldest first, a page at a time. */
export function contentsAfter(reader: Reader, seq: number, limit: number): Promise<StoredContent[]> {
  return reader.rows<StoredContent>(sql`${stored} WHERE e.seq > ${seq} ORDER BY e.seq LIMIT ${limit}`);
}

export async function contentsOf(reader: Reader, seqs: readonly number[]): Promise<StoredContent[]> {
  if (seqs.length === 0) return [];
  return reader.rows<StoredContent>(sql`${stored} WHERE e.seq IN (${join(seqs)}) ORDER BY e.seq`);
}

/**
 * Puts other contents in the place of recorded ones, and records why. What was there is gone with its salt; the chain
 * still holds, because it knows what came in its place.
 * @param explanation the event that says so; it must not name who was erased
 */
export async function redactEvents(
  tx: Writer,
  explanation: AuditEvent,
  contents: readonly StoredContent[],
): Promise<void> {
  const redacted = contents.map((content) => {
    const salted = { ...content, salt: newSalt() };
    return { ...salted, contentHash: contentHashOf(salted) };
  });
  await inChunks(redacted, async (chunk) => {
    const notes = chunk.map(
      ({ seq, salt, contentHash }) => sql`(${join([explanation.id, seq, salt, contentHash])})`,
    );
    await tx.run(
      sql`INSERT INTO audit_redaction (redaction_id, event_seq, salt, content_hash) VALUES ${join(notes)}`,
    );
    const rows = chunk.map(
      ({ seq, actorId, subjectId, changes, reason, salt }) =>
        sql`(CAST(${seq} AS integer), ${join([actorId, subjectId, changes, reason, salt])})`,
    );
    await tx.run(sql`
      WITH fresh(seq, actor_id, subject_id, changes, reason, salt) AS (VALUES ${join(rows)})
      UPDATE audit_event SET actor_id = fresh.actor_id, subject_id = fresh.subject_id, changes = fresh.changes,
             reason = fresh.reason, salt = fresh.salt
        FROM fresh WHERE audit_event.seq = fresh.seq`);
  });
  await recordEvent(tx, explanation, redacted.length === 0 ? "" : redactionDigestOf(redacted));
}
