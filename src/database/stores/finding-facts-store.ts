import { setImmediate as breathe } from "node:timers/promises";
import sql, { join } from "sql-template-tag";
import type { HeldDevice } from "../../domain/finding/device-findings";
import { orNull } from "../entities/columns";
import type { Reader } from "../gateway";
import { inChunks } from "./chunks";

/** Read and judged in a blink, so that a whole council does not hold up others. */
const pieceSize = 500;

interface HeldRead {
  readonly key: string;
  readonly id: string;
  readonly teamId: string;
  readonly holderId: string;
  readonly holderName: string;
  readonly holderActive: number;
  readonly purchaseDate: string;
  readonly lastConfirmedAt: string;
}

/** Every device in somebody's hands that is not archived, by tag. */
export async function heldDevices(reader: Reader): Promise<HeldDevice[]> {
  const found: HeldDevice[] = [];
  for (let after = ""; ; ) {
    const rows = await reader.rows<HeldRead>(sql`
      SELECT d.asset_key AS key, d.id, d.team_id AS "teamId", h.id AS "holderId", h.name AS "holderName", h.active AS "holderActive",
             d.purchase_date AS "purchaseDate", d.last_confirmed_at AS "lastConfirmedAt"
        FROM device d JOIN person h ON h.id = d.assignee_id
       WHERE d.status <> 'archived' AND d.asset_key > ${after}
       ORDER BY d.asset_key LIMIT ${pieceSize}`);
    for (const row of rows) found.push(toHeld(row));
    const last = rows.at(-1);
    if (rows.length < pieceSize || !last) return found;
    after = last.key;
    await breathe();
  }
}

function toHeld(row: HeldRead): HeldDevice {
  return {
    id: row.id,
    teamId: orNull(row.teamId),
    holder: { id: row.holderId, name: row.holderName, active: row.holderActive === 1 },
    purchaseDate: orNull(row.purchaseDate),
    lastConfirmedAt: orNull(row.lastConfirmedAt),
  };
}

/** The tags of the devices among the ids. */
export async function tagsOf(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const tags = new Map<string, string>();
  await inChunks([...new Set(ids)], async (chunk) => {
    const rows = await reader.rows<{ id: string; tag: string }>(
      sql`SELECT d.id, d.asset_tag AS tag FROM device d WHERE d.id IN (${join(chunk)})`,
    );
    for (const { id, tag } of rows) tags.set(id, tag);
  });
  return tags;
}
