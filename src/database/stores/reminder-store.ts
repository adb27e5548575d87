import sql from "sql-template-tag";
import type { Instant } from "../../domain/instant";
import type { Reader, Writer } from "../gateway";

/** Running check-ins that remind, with how often. */
export async function remindingCheckIns(
  reader: Reader,
  now: Instant,
): Promise<{ readonly id: string; readonly reminders: number }[]> {
  return reader.rows(sql`
    SELECT c.id, c.reminders FROM check_in c
     WHERE c.state = 'running' AND c.cancelled = 0 AND c.reminders > 0 AND c.closes_at > ${now} ORDER BY c.closes_at, c.id`);
}

/**
 * Queues a reminder for everybody who has had so many and was last written to before then. Two replicas that do it at
 * once queue each once: whoever comes second finds the count moved on.
 */
export async function queueReminders(
  tx: Writer,
  checkInId: string,
  reminded: number,
  sentBefore: Instant,
  now: Instant,
): Promise<number> {
  return tx.run(sql`
    UPDATE delivery SET state = 'queued', reason = 'reminder', due_at = ${now}, reminded = ${reminded + 1},
      unclear_attempts = 0
     WHERE check_in_id = ${checkInId} AND state = 'sent' AND reminded = ${reminded} AND sent_at <= ${sentBefore}`);
}

/** Due now, as if nothing had been tried. */
export async function queueAgain(tx: Writer, deliveryId: string, now: Instant): Promise<void> {
  await tx.run(sql`UPDATE delivery SET state = 'queued', reason = '', due_at = ${now}, unclear_attempts = 0,
    lease = '', lease_until = '' WHERE id = ${deliveryId}`);
}
