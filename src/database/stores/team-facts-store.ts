import { setImmediate as breathe } from "node:timers/promises";
import sql, { join } from "sql-template-tag";
import type { DeviceStatus, DeviceType } from "../../domain/device";
import type { DeviceFact } from "../../domain/team-gap";
import { orNull } from "../entities/columns";
import { firstRow, type Reader } from "../gateway";

const pieceSize = 2_000;

interface FactRead {
  readonly key: string;
  readonly id: string;
  readonly assetTag: string;
  readonly type: DeviceType;
  readonly model: string;
  readonly status: DeviceStatus;
  readonly assigneeId: string;
  readonly holderName: string | null;
  readonly holderActive: number | null;
  readonly purchaseDate: string;
  readonly warrantyEnd: string;
  readonly lastConfirmedAt: string;
  readonly osSupportLast: string | null;
  readonly replaceOn: string;
}

/** Devices of the teams that are not archived, by tag; in pieces, so that a whole council does not hold up others. */
export async function deviceFacts(reader: Reader, teamIds: readonly string[]): Promise<DeviceFact[]> {
  const facts: DeviceFact[] = [];
  for (let after = ""; ; ) {
    const rows = await reader.rows<FactRead>(sql`
      SELECT d.asset_key AS key, d.id, d.asset_tag AS "assetTag", d.type, d.model, d.status,
             d.assignee_id AS "assigneeId", h.name AS "holderName", h.active AS "holderActive",
             d.purchase_date AS "purchaseDate", d.warranty_end AS "warrantyEnd",
             d.last_confirmed_at AS "lastConfirmedAt",
             NULLIF(d.os_support_last, 'none') AS "osSupportLast", d.replace_on AS "replaceOn"
        FROM device d LEFT JOIN person h ON h.id = d.assignee_id
       WHERE d.team_id IN (${join(teamIds)}) AND d.status <> 'archived' AND d.asset_key > ${after}
       ORDER BY d.asset_key LIMIT ${pieceSize}`);
    facts.push(...rows.map(toFact));
    const last = rows.at(-1);
    if (rows.length < pieceSize || !last) return facts;
    after = last.key;
    await breathe();
  }
}

function toFact(row: FactRead): DeviceFact {
  const { id, assetTag, type, status } = row;
  return {
    id,
    assetTag,
    type,
    status,
    model: orNull(row.model),
    holder:
      row.holderName === null
        ? null
        : { id: row.assigneeId, name: row.holderName, active: row.holderActive === 1 },
    purchaseDate: orNull(row.purchaseDate),
    warrantyEnd: orNull(row.warrantyEnd),
    lastConfirmedAt: orNull(row.lastConfirmedAt),
    osSupportLast: orNull(row.osSupportLast ?? ""),
    replaceOn: orNull(row.replaceOn),
  };
}

export interface PeopleFacts {
  readonly active: number;
  readonly left: number;
  /** Active people who hold no device of any team, by name. */
  readonly withoutDevice: readonly { readonly id: string; readonly name: string }[];
}

export async function peopleFacts(reader: Reader, teamIds: readonly string[]): Promise<PeopleFacts> {
  const counts = await firstRow<{ total: number; active: number }>(
    reader,
    sql`SELECT CAST(count(*) AS integer) AS total, CAST(COALESCE(sum(p.active), 0) AS integer) AS active
          FROM person p WHERE p.team_id IN (${join(teamIds)})`,
  );
  const withoutDevice = await reader.rows<{ id: string; name: string }>(sql`
    SELECT p.id, p.name FROM person p
     WHERE p.team_id IN (${join(teamIds)}) AND p.active = 1
       AND NOT EXISTS (SELECT 1 FROM device d WHERE d.assignee_id = p.id AND d.status <> 'archived')
     ORDER BY p.name_key, p.id`);
  const { total = 0, active = 0 } = counts ?? {};
  return { active, left: total - active, withoutDevice };
}

/** Teams among these that nobody who is still here manages, by name. */
export function unmanagedTeams(
  reader: Reader,
  teamIds: readonly string[],
): Promise<{ id: string; name: string }[]> {
  return reader.rows(sql`
    SELECT t.id, t.name FROM team t
     WHERE t.id IN (${join(teamIds)}) AND NOT EXISTS (
       SELECT 1 FROM team_manager m JOIN person p ON p.id = m.person_id AND p.active = 1 WHERE m.team_id = t.id)
     ORDER BY t.name_key, t.id`);
}
