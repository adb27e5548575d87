import sql, { join } from "sql-template-tag";
import type { MessageTopic } from "../../domain/check-in/message-topic";
import type { Instant } from "../../domain/instant";
import type { Reader, Writer } from "../gateway";
import { untilWritten } from "../row-lock";
import { assignmentQueue } from "./delivery-store";

/** One message more to a person, which counts for their budget; the same one again counts once. */
export async function countMessage(tx: Writer, id: string, personId: string, at: Instant): Promise<void> {
  await tx.run(sql`INSERT INTO sent_message (id, person_id, sent_at) VALUES (${id}, ${personId}, ${at})
    ON CONFLICT (id) DO NOTHING`);
}

/** Nobody else decides about messages to these people until the transaction ends, so that no budget is spent twice. */
export async function lockBudgets(tx: Writer, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  await tx.rows(sql`SELECT v.person_id FROM conversation v WHERE v.person_id IN (${join(personIds)})
    ORDER BY v.person_id ${untilWritten(tx)}`);
}

/**
 * When people got messages since then, by person; what somebody else is sending them counts as got now.
 * @param leaseId of who asks
 */
export async function messagesSince(
  reader: Reader,
  personIds: readonly string[],
  since: Instant,
  now: Instant,
  leaseId: string,
): Promise<Map<string, Instant[]>> {
  const found = new Map<string, Instant[]>();
  if (personIds.length === 0) return found;
  const rows = await reader.rows<{ personId: string; at: string }>(sql`
    SELECT m.person_id AS "personId", m.sent_at AS at FROM sent_message m
     WHERE m.person_id IN (${join(personIds)}) AND m.sent_at > ${since}
    UNION ALL
    SELECT d.person_id AS "personId", ${now} AS at FROM delivery d
     WHERE d.person_id IN (${join(personIds)}) AND d.state = 'sending' AND d.lease <> ${leaseId}
       AND d.check_in_id <> ${assignmentQueue} GROUP BY d.person_id, d.lease`);
  for (const { personId, at } of rows) found.set(personId, [...(found.get(personId) ?? []), at]);
  return found;
}

export async function forgetMessages(tx: Writer, before: Instant): Promise<number> {
  return tx.run(sql`DELETE FROM sent_message WHERE sent_at <= ${before}`);
}

/** What the check-ins with these ids ask for, and until when. */
export async function askedBy(
  reader: Reader,
  checkInIds: readonly string[],
): Promise<Map<string, { readonly topic: MessageTopic; readonly closesAt: Instant }>> {
  const ids = [...new Set(checkInIds)];
  if (ids.length === 0) return new Map();
  const rows = await reader.rows<{ id: string; topic: MessageTopic; closesAt: string }>(sql`
    SELECT c.id, c.purpose AS topic, c.closes_at AS "closesAt" FROM check_in c WHERE c.id IN (${join(ids)})`);
  return new Map(rows.map(({ id, ...asked }) => [id, asked]));
}
