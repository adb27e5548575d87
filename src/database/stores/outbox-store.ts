import sql, { empty, join } from "sql-template-tag";
import type { KnownConversation } from "../../domain/conversation";
import type { DeliveryReason } from "../../domain/delivery";
import type { Instant } from "../../domain/instant";
import { deliveryEntity } from "../entities/check-in-entities";
import { orEmpty } from "../entities/columns";
import type { Reader, Writer } from "../gateway";
import { leavingTaken } from "../row-lock";
import {
  assignmentQueue,
  type DeliveryRead,
  deliveryColumns,
  deliveryFromRow,
  returnedColumns,
  type StoredDelivery,
} from "./delivery-store";
import { noteQueue, stillOpenNotes } from "./note-store";

export interface Lease {
  readonly id: string;
  readonly until: Instant;
}

/**
 * Takes up to `limit` due deliveries of running check-ins, so that no two workers hold the same one. Check-in by
 * check-in, because the long queue of a paused or coming one must not be walked through at every look. Whoever is
 * being sent to, or was a moment ago, waits: Teams takes one message a second per conversation.
 */
export async function claimDeliveries(
  tx: Writer,
  lease: Lease,
  now: Instant,
  quietSince: Instant,
  limit: number,
): Promise<StoredDelivery[]> {
  if (limit === 0) return [];
  const running = await tx.rows<{ id: string }>(sql`
    SELECT c.id FROM check_in c
     WHERE c.state = 'running' AND c.cancelled = 0 AND c.opens_at <= ${now} AND c.closes_at > ${now} ORDER BY c.closes_at, c.id`);
  const claimed: StoredDelivery[] = [];
  // Notes come last: whoever is asked something in this claim gets theirs after it.
  for (const { id } of [{ id: assignmentQueue }, ...running, { id: noteQueue }]) {
    if (claimed.length >= limit) break;
    const sendable = id === noteQueue ? sql`AND ${stillOpenNotes(now)}` : empty;
    // The appended '' keeps SQLite from the index on due_at, which also holds what other check-ins have queued.
    const rows = await tx.rows<DeliveryRead>(sql`
      WITH due AS MATERIALIZED (
        SELECT d.id FROM delivery d
         WHERE d.check_in_id = ${id} AND d.state = 'queued' AND d.due_at || '' <= ${now} ${sendable}
           AND NOT EXISTS (SELECT 1 FROM delivery o WHERE o.person_id = d.person_id AND o.id <> d.id
             AND (o.state = 'sending' OR (o.state = 'sent' AND o.sent_at > ${quietSince})))
         LIMIT ${limit - claimed.length} ${leavingTaken(tx)})
      UPDATE delivery SET state = 'sending', lease = ${lease.id}, lease_until = ${lease.until}
       WHERE id IN (SELECT id FROM due)
      RETURNING ${returnedColumns}`);
    claimed.push(...rows.map(deliveryFromRow));
  }
  return claimed;
}

/**
 * Takes whatever else is due for these people, so that it goes out in the same message.
 * @param what questions go with questions and notes with notes: who answers a message must not have to search it
 */
export async function claimTogether(
  tx: Writer,
  lease: Lease,
  personIds: readonly string[],
  now: Instant,
  what: "questions" | "notes" = "questions",
): Promise<StoredDelivery[]> {
  if (personIds.length === 0) return [];
  const due =
    what === "notes"
      ? sql`d.check_in_id = ${noteQueue} AND ${stillOpenNotes(now)}`
      : sql`(d.check_in_id = ${assignmentQueue} OR d.check_in_id IN (
           SELECT c.id FROM check_in c WHERE c.state = 'running' AND c.cancelled = 0
              AND c.opens_at <= ${now} AND c.closes_at > ${now}))`;
  const rows = await tx.rows<DeliveryRead>(sql`
    WITH due AS MATERIALIZED (
      SELECT d.id FROM delivery d
       WHERE d.person_id IN (${join(personIds)}) AND d.state = 'queued' AND d.due_at <= ${now}
         AND ${due}
       ${leavingTaken(tx)})
    UPDATE delivery SET state = 'sending', lease = ${lease.id}, lease_until = ${lease.until}
     WHERE id IN (SELECT id FROM due)
    RETURNING ${returnedColumns}`);
  return rows.map(deliveryFromRow);
}

/** Deliveries whose sender has gone silent: nobody knows whether their message went out. */
export async function claimedTooLong(tx: Writer, now: Instant): Promise<StoredDelivery[]> {
  const rows = await tx.rows<DeliveryRead>(sql`
    SELECT ${deliveryColumns} FROM delivery d
     WHERE d.state = 'sending' AND d.lease_until <= ${now} LIMIT 500 ${leavingTaken(tx)}`);
  return rows.map(deliveryFromRow);
}

/** Ends a claim with what came of it. */
export async function settleDelivery(
  tx: Writer,
  id: string,
  settled: Pick<
    StoredDelivery,
    "state" | "reason" | "attempts" | "unclearAttempts" | "dueAt" | "sentAt" | "activityId"
  >,
): Promise<void> {
  await tx.manager.update(
    deliveryEntity,
    { id },
    {
      ...settled,
      reason: orEmpty(settled.reason),
      sentAt: orEmpty(settled.sentAt),
      activityId: orEmpty(settled.activityId),
      lease: "",
      leaseUntil: "",
    },
  );
}

/**
 * Gives claimed deliveries back untried; those that somebody else has taken over meanwhile are left alone.
 * @param waitsFor what they wait for, where it is worth telling
 */
export async function releaseDeliveries(
  tx: Writer,
  ids: readonly string[],
  leaseId: string,
  dueAt: Instant,
  waitsFor: DeliveryReason | null = null,
): Promise<void> {
  if (ids.length === 0) return;
  await tx.run(sql`UPDATE delivery SET state = 'queued', lease = '', lease_until = '', due_at = ${dueAt},
    reason = ${orEmpty(waitsFor)}
    WHERE id IN (${join(ids)}) AND lease = ${leaseId} AND state = 'sending'`);
}

/** What waits for one thing is due now, so that it is decided anew. */
export async function planAnew(tx: Writer, waitsFor: DeliveryReason, now: Instant): Promise<void> {
  await tx.run(
    sql`UPDATE delivery SET due_at = ${now} WHERE state = 'queued' AND reason = ${waitsFor} AND due_at > ${now}`,
  );
}

/** As `planAnew`, for one person. */
export async function planAnewFor(
  tx: Writer,
  personId: string,
  waitsFor: DeliveryReason,
  now: Instant,
): Promise<void> {
  await tx.run(sql`UPDATE delivery SET due_at = ${now}
    WHERE person_id = ${personId} AND state = 'queued' AND reason = ${waitsFor} AND due_at > ${now}`);
}

/**
 * Closes the case of claimed deliveries that cannot be sent at all.
 * @param leaseId of the claim, where somebody else may have taken them over meanwhile
 */
export async function stopDeliveries(
  tx: Writer,
  ids: readonly string[],
  state: "blocked" | "skipped",
  reason: DeliveryReason,
  leaseId: string | null = null,
): Promise<void> {
  if (ids.length === 0) return;
  const ours = leaseId === null ? empty : sql`AND lease = ${leaseId} AND state = 'sending'`;
  await tx.run(sql`UPDATE delivery SET state = ${state}, reason = ${reason}, lease = '', lease_until = ''
    WHERE id IN (${join(ids)}) ${ours}`);
}

/** What goes out no second time: it is left as it was sent. */
export async function keepSent(tx: Writer, id: string): Promise<void> {
  await tx.run(
    sql`UPDATE delivery SET state = 'sent', reason = '', lease = '', lease_until = '' WHERE id = ${id}`,
  );
}

export interface Reachability {
  readonly active: boolean;
  /** Null when the person never installed the bot. */
  readonly conversation: Pick<KnownConversation, "muted" | "removed"> | null;
}

export async function reachabilityOf(
  reader: Reader,
  personIds: readonly string[],
): Promise<Map<string, Reachability>> {
  if (personIds.length === 0) return new Map();
  const rows = await reader.rows<{
    personId: string;
    active: number;
    muted: number | null;
    removedAt: string | null;
  }>(sql`
    SELECT p.id AS "personId", p.active, v.muted, v.removed_at AS "removedAt"
      FROM person p LEFT JOIN conversation v ON v.person_id = p.id WHERE p.id IN (${join(personIds)})`);
  return new Map(
    rows.map((row) => [
      row.personId,
      {
        active: row.active === 1,
        conversation: row.muted === null ? null : { muted: row.muted === 1, removed: row.removedAt !== "" },
      },
    ]),
  );
}
