import sql, { join, type Sql } from "sql-template-tag";
import type { DeviceType } from "../../domain/device";
import type { Instant } from "../../domain/instant";
import { matchKey, serialKey } from "../../domain/match-key";
import type { Registered } from "../../domain/stock-take/stock-take-item";
import { orNull } from "../entities/columns";
import { firstRow, type Reader, type Writer } from "../gateway";
import { untilWritten } from "../row-lock";
import { inChunks } from "./chunks";

interface RegisteredRead {
  id: string;
  assetTag: string;
  serial: string;
  type: DeviceType;
  model: string;
  teamId: string;
  holderId: string;
}

/** What the register has in these teams, without what is archived. */
export async function registeredIn(reader: Reader, teamIds: readonly string[]): Promise<Registered[]> {
  const found: Registered[] = [];
  await inChunks(teamIds, async (chunk) => {
    found.push(...(await where(reader, sql`d.team_id IN (${join(chunk)}) AND d.status <> 'archived'`)));
  });
  return found;
}

/** Devices with this asset tag, else with this serial; a serial may stand twice. */
export async function registeredAs(reader: Reader, code: string): Promise<Registered[]> {
  const tagged = await where(reader, sql`d.asset_key = ${matchKey(code)}`);
  const serial = serialKey(code);
  if (tagged.length > 0 || serial === null || serial === "") return tagged;
  return where(reader, sql`d.serial_key = ${serial}`);
}

/** Nobody else changes the device until the transaction ends; null when it is gone from the register. */
export async function lockConfirmation(
  tx: Writer,
  id: string,
): Promise<{ readonly lastConfirmedAt: Instant | null } | null> {
  const row = await firstRow<{ lastConfirmedAt: string }>(
    tx,
    sql`SELECT d.last_confirmed_at AS "lastConfirmedAt" FROM device d WHERE d.id = ${id} ${untilWritten(tx)}`,
  );
  return row && { lastConfirmedAt: orNull(row.lastConfirmedAt) };
}

/** Which of these are in the register and not known to be missing: for each no open report says so. */
export async function notReportedMissing(reader: Reader, ids: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  await inChunks(ids, async (chunk) => {
    const rows = await reader.rows<{
      id: string;
    }>(sql`SELECT d.id FROM device d WHERE d.id IN (${join(chunk)})
      AND NOT EXISTS (SELECT 1 FROM device_problem b
                       WHERE b.device_id = d.id AND b.resolved_at = '' AND b.kind = 'missing')`);
    for (const { id } of rows) found.add(id);
  });
  return found;
}

async function where(reader: Reader, condition: Sql): Promise<Registered[]> {
  const rows = await reader.rows<RegisteredRead>(sql`
    SELECT d.id, d.asset_tag AS "assetTag", d.serial, d.type, d.model, d.team_id AS "teamId",
           d.assignee_id AS "holderId"
      FROM device d WHERE ${condition} ORDER BY d.asset_key`);
  return rows.map((row) => ({
    ...row,
    serial: orNull(row.serial),
    model: orNull(row.model),
    teamId: orNull(row.teamId),
    holderId: orNull(row.holderId),
  }));
}
