import sql, { bulk, join, raw } from "sql-template-tag";
import type { Delivery, DeliveryReason, DeliveryState } from "../../domain/delivery";
import type { Instant } from "../../domain/instant";
import type { MyCheckIn } from "../../domain/kit";
import { deliveryEntity } from "../entities/check-in-entities";
import { orEmpty, orNull } from "../entities/columns";
import { firstRow, type Reader, type Writer } from "../gateway";
import { untilWritten } from "../row-lock";
import { inChunks } from "./chunks";

/** Stands for the check-in of deliveries that ask about one device: they belong to none, and are always open. */
export const assignmentQueue = "assignment";

/** A delivery with what only the outbox looks at. */
export interface StoredDelivery extends Delivery {
  readonly unclearAttempts: number;
  readonly lease: string | null;
}

export interface DeliveryRead {
  id: string;
  checkInId: string;
  personId: string;
  state: DeliveryState;
  reason: string;
  attempts: number;
  unclearAttempts: number;
  queuedAt: string;
  dueAt: string;
  sentAt: string;
  answeredAt: string;
  activityId: string;
  lease: string;
  reminded: number;
}

const columnNames = [
  "id",
  'check_in_id AS "checkInId"',
  'person_id AS "personId"',
  "state",
  "reason",
  "attempts",
  'unclear_attempts AS "unclearAttempts"',
  'queued_at AS "queuedAt"',
  'due_at AS "dueAt"',
  'sent_at AS "sentAt"',
  'answered_at AS "answeredAt"',
  'activity_id AS "activityId"',
  "lease",
  "reminded",
];
/** For `RETURNING`, where SQLite knows no alias. */
export const returnedColumns = raw(columnNames.join(", "));
export const deliveryColumns = raw(columnNames.map((name) => `d.${name}`).join(", "));

export function deliveryFromRow(row: DeliveryRead): StoredDelivery {
  return {
    ...row,
    reason: orNull(row.reason) as DeliveryReason | null,
    sentAt: orNull(row.sentAt),
    answeredAt: orNull(row.answeredAt),
    activityId: orNull(row.activityId),
    lease: orNull(row.lease),
  };
}

export async function findDelivery(reader: Reader, id: string): Promise<StoredDelivery | null> {
  const row = await firstRow<DeliveryRead>(
    reader,
    sql`SELECT ${deliveryColumns} FROM delivery d WHERE d.id = ${id}`,
  );
  return row ? deliveryFromRow(row) : null;
}

/** The questions to a person that one message carries, those that are answered among them. */
export async function deliveriesInMessage(
  reader: Reader,
  personId: string,
  activityId: string,
): Promise<StoredDelivery[]> {
  const rows = await reader.rows<DeliveryRead>(sql`SELECT ${deliveryColumns} FROM delivery d
    WHERE d.person_id = ${personId} AND d.activity_id = ${activityId} ORDER BY d.queued_at, d.id`);
  return rows.map(deliveryFromRow);
}

/** As it is until this transaction ends: twenty answers at once come one after the other. */
export async function lockDelivery(tx: Writer, id: string): Promise<StoredDelivery | null> {
  const row = await firstRow<DeliveryRead>(
    tx,
    sql`SELECT ${deliveryColumns} FROM delivery d WHERE d.id = ${id} ${untilWritten(tx)}`,
  );
  return row ? deliveryFromRow(row) : null;
}

/** New deliveries, not attempted yet. Written without the ORM: there can be a hundred thousand in one launch. */
export async function insertDeliveries(tx: Writer, deliveries: readonly Delivery[]): Promise<void> {
  await inChunks(deliveries, async (chunk) => {
    const rows = chunk.map(({ id, checkInId, personId, state, reason, queuedAt, dueAt }) => [
      id,
      checkInId,
      personId,
      state,
      orEmpty(reason),
      queuedAt,
      dueAt,
    ]);
    await tx.run(
      sql`INSERT INTO delivery (id, check_in_id, person_id, state, reason, queued_at, due_at) VALUES ${bulk(rows)}`,
    );
  });
}

/** Only what an answer changes. The lease stays: a send in flight still has to say which message it became. */
export async function markAnswered(tx: Writer, id: string, at: Instant): Promise<void> {
  await tx.manager.update(deliveryEntity, { id }, { state: "answered", reason: "", answeredAt: at });
}

/** Every copy that is still open; what kept it from its person stays readable. */
export async function expireDeliveries(tx: Writer, checkInId: string): Promise<number> {
  const open = sql`state IN ('queued', 'sending', 'sent', 'uncertain', 'blocked')`;
  const found = await tx.rows<{ id: string }>(
    sql`SELECT id FROM delivery WHERE check_in_id = ${checkInId} AND ${open}`,
  );
  let expired = 0;
  await inChunks(found, async (chunk) => {
    const ids = chunk.map(({ id }) => id);
    expired += await tx.run(
      sql`UPDATE delivery SET state = 'expired' WHERE id IN (${join(ids)}) AND ${open}`,
    );
  });
  return expired;
}

/** What was not sent is left out; what was sent, and only waits to be sent again, stays as it was sent. */
export async function cancelQueued(tx: Writer, checkInId: string): Promise<void> {
  await tx.run(sql`UPDATE delivery SET state = 'skipped', reason = 'cancelled'
    WHERE check_in_id = ${checkInId} AND state = 'queued' AND sent_at = ''`);
  await tx.run(sql`UPDATE delivery SET state = 'sent', reason = ''
    WHERE check_in_id = ${checkInId} AND state = 'queued' AND sent_at <> ''`);
}

/** Lets what could not be sent to a person go out again, as far as its check-in still runs. */
export async function requeueBlocked(tx: Writer, personId: string, now: Instant): Promise<number> {
  return tx.run(sql`UPDATE delivery SET state = 'queued', reason = '', due_at = ${now}
    WHERE person_id = ${personId} AND state = 'blocked' AND (check_in_id = ${assignmentQueue} OR check_in_id IN (
      SELECT c.id FROM check_in c
       WHERE c.state IN ('running', 'paused') AND c.cancelled = 0 AND c.closes_at > ${now})
      OR assignment_id IN (SELECT n.id FROM note n WHERE n.closes_at > ${now}))`);
}

/** Put off by its person: it goes out again then. A send that is under way is no longer waited for. */
export async function putOff(tx: Writer, id: string, until: Instant): Promise<void> {
  await tx.run(sql`UPDATE delivery SET state = 'queued', reason = 'snoozed', due_at = ${until}, lease = '',
    lease_until = '', unclear_attempts = 0 WHERE id = ${id}`);
}

/** Asks again what a person had wanted no messages about. */
export async function requeueStopped(tx: Writer, personId: string, now: Instant): Promise<number> {
  return tx.run(sql`UPDATE delivery SET state = 'queued', reason = '', due_at = ${now}
    WHERE person_id = ${personId} AND state = 'skipped' AND reason = 'opted-out' AND (check_in_id IN (
      SELECT c.id FROM check_in c
       WHERE c.state IN ('running', 'paused') AND c.cancelled = 0 AND c.closes_at > ${now})
      OR assignment_id IN (SELECT n.id FROM note n WHERE n.closes_at > ${now}))`);
}

/**
 * Unanswered questions to a person that have opened and still take answers, the most urgent first. Deliveries of surveys never say
 * that they were answered: who counts them would learn who answered when.
 */
export async function openDeliveriesOf(
  reader: Reader,
  personId: string,
  now: Instant,
): Promise<Omit<MyCheckIn, "devices" | "licence">[]> {
  const rows = await reader.rows<Omit<MyCheckIn, "devices" | "licence" | "answeredAt">>(sql`
    SELECT d.id AS "deliveryId", c.purpose, c.title, c.closes_at AS "closesAt"
      FROM delivery d JOIN check_in c ON c.id = d.check_in_id
     WHERE d.person_id = ${personId} AND d.state IN ('queued', 'sending', 'sent', 'uncertain', 'blocked')
       AND c.state IN ('running', 'paused') AND c.opens_at <= ${now} AND c.closes_at > ${now}
       AND NOT EXISTS (SELECT 1 FROM survey s JOIN survey_link l ON l.survey_id = s.id
                        WHERE s.check_in_id = c.id AND l.person_id = d.person_id)
     ORDER BY c.closes_at, d.id`);
  return rows.map((row) => ({ ...row, answeredAt: null }));
}

export interface DeliveryCount {
  readonly checkInId: string;
  readonly state: DeliveryState;
  readonly reason: DeliveryReason | null;
  readonly count: number;
}

/** Read from the index alone. */
export async function countDeliveries(
  reader: Reader,
  checkInIds: readonly string[],
): Promise<DeliveryCount[]> {
  if (checkInIds.length === 0) return [];
  const rows = await reader.rows<Omit<DeliveryCount, "reason"> & { reason: string }>(sql`
    SELECT d.check_in_id AS "checkInId", d.state, d.reason, CAST(count(*) AS integer) AS count
      FROM delivery d WHERE d.check_in_id IN (${join(checkInIds)}) GROUP BY d.check_in_id, d.state, d.reason`);
  return rows.map((row) => ({ ...row, reason: orNull(row.reason) as DeliveryReason | null }));
}
