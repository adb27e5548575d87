import sql, { join } from "sql-template-tag";
import type { Assignment } from "../../domain/acceptance";
import type { Instant } from "../../domain/instant";
import { assignmentEntity } from "../entities/assignment-entities";
import { orEmpty, orNull } from "../entities/columns";
import { firstRow, type Reader, type Writer } from "../gateway";
import { untilWritten } from "../row-lock";
import { assignmentQueue } from "./delivery-store";

interface AssignmentRead extends Omit<Assignment, "answeredAt" | "note"> {
  answeredAt: string;
  note: string;
}

const columns = sql`h.id, h.device_id AS "deviceId", h.person_id AS "personId", h.state, h.asked_at AS "askedAt",
  h.answered_at AS "answeredAt", h.note`;

function fromRow(row: AssignmentRead): Assignment {
  return { ...row, answeredAt: orNull(row.answeredAt), note: orNull(row.note) };
}

function toRow(assignment: Assignment) {
  return { ...assignment, answeredAt: orEmpty(assignment.answeredAt), note: orEmpty(assignment.note) };
}

export async function findAssignment(reader: Reader, id: string): Promise<Assignment | null> {
  const row = await firstRow<AssignmentRead>(
    reader,
    sql`SELECT ${columns} FROM assignment h WHERE h.id = ${id}`,
  );
  return row && fromRow(row);
}

/** As it is until this transaction ends. Its device is locked first: whoever takes that back comes here after it. */
export async function lockAssignment(tx: Writer, id: string): Promise<Assignment | null> {
  const row = await firstRow<AssignmentRead>(
    tx,
    sql`SELECT ${columns} FROM assignment h WHERE h.id = ${id} ${untilWritten(tx)}`,
  );
  return row && fromRow(row);
}

/** What a person has not answered, the oldest first. */
export async function waitingAssignments(reader: Reader, personId: string): Promise<Assignment[]> {
  const rows = await reader.rows<AssignmentRead>(sql`
    SELECT ${columns} FROM assignment h
     WHERE h.person_id = ${personId} AND h.state = 'pending' ORDER BY h.asked_at, h.id`);
  return rows.map(fromRow);
}

/** The open question about a device that a person holds. */
export async function waitingAssignmentOf(
  tx: Writer,
  deviceId: string,
  personId: string,
): Promise<Assignment | null> {
  const row = await firstRow<AssignmentRead>(
    tx,
    sql`SELECT ${columns} FROM assignment h
      WHERE h.device_id = ${deviceId} AND h.state = 'pending' AND h.person_id = ${personId} ${untilWritten(tx)}`,
  );
  return row && fromRow(row);
}

export async function insertAssignment(tx: Writer, assignment: Assignment): Promise<void> {
  await tx.manager.insert(assignmentEntity, toRow(assignment));
}

export async function updateAssignment(tx: Writer, { id, ...assignment }: Assignment): Promise<void> {
  const { state, answeredAt, note } = toRow({ id, ...assignment });
  await tx.manager.update(assignmentEntity, { id }, { state, answeredAt, note });
}

/** The devices went elsewhere: nobody is asked about them any more, and no card about them goes out. */
export async function endAssignments(tx: Writer, deviceIds: readonly string[]): Promise<void> {
  if (deviceIds.length === 0) return;
  const devices = join(deviceIds);
  await tx.run(sql`UPDATE delivery SET state = 'expired' WHERE state <> 'answered' AND assignment_id <> '' AND id IN (
    SELECT h.id FROM assignment h WHERE h.device_id IN (${devices}) AND h.state = 'pending')`);
  await tx.run(
    sql`UPDATE assignment SET state = 'ended' WHERE device_id IN (${devices}) AND state = 'pending'`,
  );
}

/** When the newest card that a person has not answered was queued. */
export async function lastCardAt(tx: Writer, personId: string): Promise<Instant | null> {
  const row = await firstRow<{ queuedAt: string | null }>(
    tx,
    sql`SELECT max(d.queued_at) AS "queuedAt" FROM delivery d
      WHERE d.person_id = ${personId} AND d.check_in_id = ${assignmentQueue}
        AND d.state IN ('queued', 'sending', 'sent', 'uncertain', 'blocked')`,
  );
  return row?.queuedAt ?? null;
}

/** The id is the assignment's own: what the card says about itself leads there. */
export async function queueCard(tx: Writer, { id, personId, askedAt }: Assignment): Promise<void> {
  await tx.run(sql`
    INSERT INTO delivery (id, check_in_id, person_id, assignment_id, state, queued_at, due_at)
    VALUES (${id}, ${assignmentQueue}, ${personId}, ${id}, 'queued', ${askedAt}, ${askedAt})`);
}
