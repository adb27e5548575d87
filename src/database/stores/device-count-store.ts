import sql, { join, type Sql } from "sql-template-tag";
import type { Device, DeviceStatus, DeviceType } from "../../domain/device";
import type { DeviceFilter, DeviceGroup, SummaryDimension } from "../../domain/device-query";
import type { Scope } from "../../domain/permission";
import { orEmpty, orNull } from "../entities/columns";
import type { Reader, Writer } from "../gateway";
import { allOf } from "./scope-sql";

type Counted = Pick<Device, "teamId" | "status" | "type">;

/**
 * Moves the kept totals along with devices that came, went or changed; in the transaction that writes the devices.
 * Rows are touched in the order of their key, so that two such transactions cannot wait for each other.
 */
export async function moveCounts(
  tx: Writer,
  gone: readonly Counted[],
  come: readonly Counted[],
): Promise<void> {
  const deltas = new Map<string, number>();
  const add = (device: Counted, by: number) => {
    const key = JSON.stringify([orEmpty(device.teamId), device.status, device.type]);
    deltas.set(key, (deltas.get(key) ?? 0) + by);
  };
  for (const device of gone) add(device, -1);
  for (const device of come) add(device, 1);
  for (const [key, delta] of [...deltas].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (delta === 0) continue;
    const [team, status, type] = JSON.parse(key) as [string, string, string];
    await tx.run(sql`INSERT INTO device_count (team_id, status, type, count) VALUES (${team}, ${status}, ${type}, ${delta})
      ON CONFLICT (team_id, status, type) DO UPDATE SET count = device_count.count + excluded.count`);
  }
}

/** A total from the kept counts, or null when the filter asks for more than they know. */
export async function keptTotal(reader: Reader, scope: Scope, filter: DeviceFilter): Promise<number | null> {
  const known = new Set(["teamIds", "status", "type"]);
  const beyond = Object.entries(filter).some(([name, value]) => value !== undefined && !known.has(name));
  if (scope.kind !== "everything" || beyond) return null;
  const where = allOf([
    filter.teamIds ? sql`c.team_id IN (${join(filter.teamIds)})` : null,
    filter.status ? sql`c.status = ${filter.status}` : null,
    filter.type ? sql`c.type = ${filter.type}` : null,
  ]);
  const [row] = await reader.rows<{ n: number }>(
    sql`SELECT CAST(COALESCE(sum(c.count), 0) AS integer) AS n FROM device_count c WHERE ${where}`,
  );
  return row?.n ?? 0;
}

/** Counts in the caller's scope, grouped by the named dimensions; the others are null. */
export async function countGroups(
  reader: Reader,
  scope: Scope,
  by: readonly SummaryDimension[],
): Promise<DeviceGroup[]> {
  const team = by.includes("team") ? sql`c.team_id` : sql`''`;
  const status = by.includes("status") ? sql`c.status` : sql`''`;
  const type = by.includes("type") ? sql`c.type` : sql`''`;
  const rows = await reader.rows<{
    team: string;
    teamName: string | null;
    status: string;
    type: string;
    count: number;
  }>(sql`
    SELECT g.team, t.name AS "teamName", g.status, g.type, g.count FROM (
      SELECT ${team} AS team, ${status} AS status, ${type} AS type, CAST(sum(c.count) AS integer) AS count
        FROM ${countsWithin(scope)} c GROUP BY 1, 2, 3) g
      LEFT JOIN team t ON t.id = g.team
     WHERE g.count > 0 ORDER BY t.name_key, g.status, g.type`);
  return rows.map((row) => ({
    team: orNull(row.team),
    teamName: row.teamName,
    status: orNull(row.status) as DeviceStatus | null,
    type: orNull(row.type) as DeviceType | null,
    count: row.count,
  }));
}

/** The kept counts as far as the scope reaches, and one by one the caller's own devices beyond it. */
function countsWithin(scope: Scope): Sql {
  switch (scope.kind) {
    case "everything":
      return sql`device_count`;
    case "self":
      return sql`(SELECT team_id, status, type, 1 AS count FROM device WHERE assignee_id = ${scope.personId})`;
    case "teams":
      return sql`(SELECT team_id, status, type, count FROM device_count WHERE team_id IN (${join(scope.teamIds)})
        UNION ALL SELECT team_id, status, type, 1 FROM device
         WHERE assignee_id = ${scope.personId} AND team_id NOT IN (${join(scope.teamIds)}))`;
  }
}
