import sql, { join } from "sql-template-tag";
import type { DeliveryReason } from "../../domain/delivery";
import type { Instant } from "../../domain/instant";
import type { Writer } from "../gateway";
import { leavingTaken } from "../row-lock";
import { stillOpenNotes } from "./note-store";

/** Takes people whose messages wait because they do not have the app; of several replicas each takes others. */
export async function claimInstalls(tx: Writer, limit: number, now: Instant): Promise<string[]> {
  const rows = await tx.rows<{ personId: string }>(sql`
    SELECT d.person_id AS "personId" FROM delivery d
     WHERE d.state = 'blocked' AND d.reason = 'not-installed' AND (${stillOpenNotes(now)} OR d.check_in_id IN (
       SELECT c.id FROM check_in c WHERE c.state = 'running' AND c.cancelled = 0 AND c.closes_at > ${now}))
       AND d.person_id IN (SELECT p.id FROM person p WHERE p.active = 1)
     ORDER BY d.queued_at, d.id LIMIT ${limit} ${leavingTaken(tx)}`);
  const ids = [...new Set(rows.map(({ personId }) => personId))];
  await mark(tx, ids, "not-installed", "installing");
  return ids;
}

/** What came of trying; an install that was told meanwhile has already sent the questions on. */
export async function noteInstall(
  tx: Writer,
  personIds: readonly string[],
  reason: DeliveryReason,
): Promise<void> {
  await mark(tx, personIds, "installing", reason);
}

async function mark(
  tx: Writer,
  personIds: readonly string[],
  before: DeliveryReason,
  after: DeliveryReason,
): Promise<void> {
  if (personIds.length === 0) return;
  await tx.run(sql`UPDATE delivery SET reason = ${after}
    WHERE person_id IN (${join(personIds)}) AND state = 'blocked' AND reason = ${before}`);
}
