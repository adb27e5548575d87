import sql, { empty, join } from "sql-template-tag";
import type { AuditEvent } from "../../domain/audit-event";
import { custodyIn } from "../../domain/custody";
import type { Scope } from "../../domain/permission";
import type { Reader, Writer } from "../gateway";
import { allOf, within } from "./scope-sql";

type Told = { readonly event: Pick<AuditEvent, "subjectKind" | "changes"> };

/** Who received or gave up what, by the place of the event that tells of it. */
export function custodyRowsOf(events: readonly Told[]) {
  return events.flatMap(({ event: { subjectKind, changes } }, at) =>
    subjectKind !== "device"
      ? []
      : custodyIn(changes).map(({ personId, received }) => ({ personId, at, received: received ? 1 : 0 })),
  );
}

/** With the events that tell of it, the first of which has the sequence number `first`, in one transaction. */
export async function noteCustody(tx: Writer, first: number, events: readonly Told[]): Promise<void> {
  const rows = custodyRowsOf(events).map(
    ({ personId, at, received }) => sql`(${join([personId, first + at, received])})`,
  );
  if (rows.length === 0) return;
  await tx.run(sql`INSERT INTO custody_event (person_id, seq, received) VALUES ${join(rows)}`);
}

export interface CustodyEntry {
  readonly seq: number;
  readonly id: string;
  readonly at: string;
  readonly actorName: string | null;
  readonly door: string;
  readonly received: boolean;
  readonly deviceId: string;
  /** Null when the device is gone, or belongs to somebody the scope does not reach. */
  readonly assetTag: string | null;
  readonly model: string | null;
}

/** What a person was given and gave up, newest first; `before` is the sequence number of the last one before. */
export async function custodyOf(
  reader: Reader,
  scope: Scope,
  personId: string,
  { limit, before }: { readonly limit: number; readonly before: number | null },
): Promise<CustodyEntry[]> {
  const seen = allOf([sql`d.id = e.subject_id`, within(scope, sql`d.team_id`, sql`d.assignee_id`)]);
  const rows = await reader.rows<Omit<CustodyEntry, "received"> & { received: number }>(sql`
    SELECT e.seq, e.id, e.at, a.name AS "actorName", e.door, c.received, e.subject_id AS "deviceId",
           d.asset_tag AS "assetTag", NULLIF(d.model, '') AS model
      FROM custody_event c JOIN audit_event e ON e.seq = c.seq AND e.changes <> '[]'
           LEFT JOIN person a ON a.id = e.actor_id LEFT JOIN device d ON ${seen}
     WHERE c.person_id = ${personId} ${before === null ? empty : sql`AND c.seq < ${before}`}
     ORDER BY c.seq DESC LIMIT ${limit}`);
  return rows.map((row) => ({ ...row, received: row.received === 1 }));
}
