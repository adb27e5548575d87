import sql, { join, type Sql } from "sql-template-tag";
import type { Day } from "../../../domain/instant";
import type { VendorChange, VendorChangeState, VendorSeverity } from "../../../domain/rollout/vendor-change";
import { orEmpty, orNull } from "../../entities/columns";
import { type VendorChangeRow, vendorChangeEntity } from "../../entities/vendor-change-entities";
import { firstRow, type Reader, type Writer } from "../../gateway";
import { untilWritten } from "../../row-lock";
import { inChunks, inWrites } from "../chunks";
import { upsertRows } from "../write-rows";

export interface VendorChangeView extends VendorChange {
  readonly decidedByName: string | null;
  readonly rolloutName: string | null;
}

const columns = sql`v.id, v.title, v.body, v.services, v.severity, v.major, v.last_day AS "actionBy",
  v.starts_on AS "startsOn", v.ends_on AS "endsOn", v.changed_at AS "changedAt", v.state, v.reason,
  v.rollout_id AS "rolloutId", v.decided_by AS "decidedBy", v.decided_at AS "decidedAt",
  v.first_seen_at AS "firstSeenAt", v.last_seen_at AS "lastSeenAt", v.version`;

type ViewRow = VendorChangeRow & { decidedByName: string | null; rolloutName: string | null };

/** In these states, with the texts: a few hundred at most. */
export function vendorChanges(
  reader: Reader,
  states: readonly VendorChangeState[],
): Promise<VendorChangeView[]> {
  return viewed(reader, sql`v.state IN (${join([...states])})`);
}

export async function findVendorChange(reader: Reader, id: string): Promise<VendorChangeView | null> {
  return (await viewed(reader, sql`v.id = ${id}`))[0] ?? null;
}

async function viewed(reader: Reader, where: Sql): Promise<VendorChangeView[]> {
  const rows = await reader.rows<ViewRow>(sql`
    SELECT ${columns}, p.name AS "decidedByName", r.name AS "rolloutName" FROM vendor_change v
      LEFT JOIN person p ON p.id = v.decided_by LEFT JOIN rollout r ON r.id = v.rollout_id
     WHERE ${where} ORDER BY v.id`);
  return rows.map(({ decidedByName, rolloutName, ...row }) => ({
    ...fromRow(row),
    ...{ decidedByName, rolloutName },
  }));
}

/** The applications that a message may be about, by name: all that are not retired. */
export function applicationsConcerned(reader: Reader): Promise<{ id: string; name: string }[]> {
  return reader.rows(
    sql`SELECT a.id, a.name FROM application a WHERE a.lifecycle <> 'retired' ORDER BY a.name_key`,
  );
}

/** Which teams use which applications by now. */
export function teamsUsing(reader: Reader): Promise<{ applicationId: string; teamId: string }[]> {
  return reader.rows(sql`SELECT u.application_id AS "applicationId", u.team_id AS "teamId" FROM application_team u
    WHERE u.use <> 'planned'`);
}

/** What a rollout was made of, if of a message. */
export async function changeBehind(
  reader: Reader,
  rolloutId: string,
): Promise<{ readonly id: string; readonly title: string; readonly actionBy: Day | null } | null> {
  const row = await firstRow<{ id: string; title: string; actionBy: string }>(
    reader,
    sql`SELECT v.id, v.title, v.last_day AS "actionBy" FROM vendor_change v WHERE v.rollout_id = ${rolloutId}
      ORDER BY v.id LIMIT 1`,
  );
  return row && { ...row, actionBy: orNull(row.actionBy) };
}

export async function lockVendorChanges(
  tx: Writer,
  ids: readonly string[],
): Promise<Map<string, VendorChange>> {
  const found = new Map<string, VendorChange>();
  await inChunks([...ids].sort(), async (chunk) => {
    const rows = await tx.rows<VendorChangeRow>(sql`SELECT ${columns} FROM vendor_change v
      WHERE v.id IN (${join(chunk)}) ORDER BY v.id ${untilWritten(tx)}`);
    for (const row of rows) found.set(row.id, fromRow(row));
  });
  return found;
}

export async function saveVendorChanges(tx: Writer, changes: readonly VendorChange[]): Promise<void> {
  await inWrites(changes, async (chunk) => {
    await upsertRows(tx, vendorChangeEntity, chunk.map(toRow), ["id"]);
  });
}

function fromRow({ major, services, ...row }: VendorChangeRow): VendorChange {
  return {
    ...row,
    services: JSON.parse(services) as string[],
    severity: row.severity as VendorSeverity,
    isMajor: major === 1,
    actionBy: orNull(row.actionBy),
    startsOn: orNull(row.startsOn),
    endsOn: orNull(row.endsOn),
    state: row.state as VendorChangeState,
    reason: orNull(row.reason),
    rolloutId: orNull(row.rolloutId),
    decidedBy: orNull(row.decidedBy),
    decidedAt: orNull(row.decidedAt),
  };
}

function toRow({ isMajor, ...change }: VendorChange): VendorChangeRow {
  return {
    ...change,
    services: JSON.stringify(change.services),
    major: isMajor ? 1 : 0,
    actionBy: orEmpty(change.actionBy),
    startsOn: orEmpty(change.startsOn),
    endsOn: orEmpty(change.endsOn),
    reason: orEmpty(change.reason),
    rolloutId: orEmpty(change.rolloutId),
    decidedBy: orEmpty(change.decidedBy),
    decidedAt: orEmpty(change.decidedAt),
  };
}
