import sql, { join } from "sql-template-tag";
import type { SessionAsked } from "../../../domain/rollout/attendance-answer";
import type { AttendanceSource } from "../../../domain/rollout/training";
import { sessionCheckInEntity } from "../../entities/rollout-record-entities";
import { firstRow, type Reader, type Writer } from "../../gateway";

export async function insertSessionCheckIn(tx: Writer, checkInId: string, trainingId: string): Promise<void> {
  await tx.manager.insert(sessionCheckInEntity, { checkInId, trainingId });
}

/** Which session a check-in asks about; null for one that asks something else. */
export async function sessionOfCheckIn(reader: Reader, checkInId: string): Promise<string | null> {
  const row = await firstRow<{ id: string }>(
    reader,
    sql`SELECT c.training_id AS id FROM session_check_in c WHERE c.check_in_id = ${checkInId}`,
  );
  return row?.id ?? null;
}

/** By delivery, the sessions that people are asked about. */
export async function sessionsAsked(
  reader: Reader,
  deliveryIds: readonly string[],
): Promise<Map<string, SessionAsked>> {
  if (deliveryIds.length === 0) return new Map();
  const rows = await reader.rows<SessionAsked & { deliveryId: string }>(sql`
    SELECT d.id AS "deliveryId", t.title, t.starts_at AS "startsAt" FROM delivery d
      JOIN session_check_in c ON c.check_in_id = d.check_in_id JOIN training t ON t.id = c.training_id
     WHERE d.id IN (${join([...deliveryIds])})`);
  return new Map(rows.map(({ deliveryId, ...session }) => [deliveryId, session]));
}

/** Everybody of a wave who is asked about a session by a check-in that still takes answers. */
export async function askedAbout(reader: Reader, trainingId: string): Promise<Set<string>> {
  const rows = await reader.rows<{ id: string }>(sql`
    SELECT DISTINCT d.person_id AS id FROM session_check_in c
      JOIN check_in k ON k.id = c.check_in_id AND k.state IN ('running', 'paused')
      JOIN delivery d ON d.check_in_id = c.check_in_id
     WHERE c.training_id = ${trainingId}`);
  return new Set(rows.map(({ id }) => id));
}

/** By what somebody's entry in a register came, and what it says; null for none. */
export async function entryOf(
  reader: Reader,
  trainingId: string,
  personId: string,
): Promise<{ readonly attended: boolean; readonly source: AttendanceSource } | null> {
  const row = await firstRow<{ attended: number; source: AttendanceSource }>(
    reader,
    sql`SELECT a.attended, a.source FROM training_attendance a
         WHERE a.training_id = ${trainingId} AND a.person_id = ${personId}`,
  );
  return row && { attended: row.attended === 1, source: row.source };
}
