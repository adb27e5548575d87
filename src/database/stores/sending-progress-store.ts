import sql from "sql-template-tag";
import type { SendingCounts } from "../../domain/check-in/progress";
import type { Instant } from "../../domain/instant";
import { firstRow, type Reader } from "../gateway";

/** What is still to be sent of a check-in, and what was sent of it since then; each figure from an index alone. */
export async function sendingCounts(
  reader: Reader,
  checkInId: string,
  sentSince: Instant,
  now: Instant,
): Promise<SendingCounts> {
  const row = await firstRow<{ due: number; later: number; lastDueAt: string | null; sentLately: number }>(
    reader,
    sql`SELECT
      (SELECT CAST(count(*) AS integer) FROM delivery d
        WHERE d.check_in_id = ${checkInId} AND d.state = 'queued' AND d.due_at <= ${now})
        + (SELECT CAST(count(*) AS integer) FROM delivery d
            WHERE d.check_in_id = ${checkInId} AND d.state = 'sending') AS due,
      (SELECT CAST(count(*) AS integer) FROM delivery d
        WHERE d.check_in_id = ${checkInId} AND d.state = 'queued' AND d.due_at > ${now}) AS later,
      (SELECT max(d.due_at) FROM delivery d
        WHERE d.check_in_id = ${checkInId} AND d.state = 'queued' AND d.due_at > ${now}) AS "lastDueAt",
      (SELECT CAST(count(*) AS integer) FROM delivery d
        WHERE d.check_in_id = ${checkInId} AND d.sent_at > ${sentSince}) AS "sentLately"`,
  );
  const { due = 0, later = 0, lastDueAt = null, sentLately = 0 } = row ?? {};
  return { due, later, lastDueAt, sentLately };
}
