import sql, { join, raw } from "sql-template-tag";
import type { SyncPart } from "../../../domain/graph-sync/sync-part";
import type { Instant } from "../../../domain/instant";
import { graphPartEntity } from "../../entities/graph-entities";
import { firstRow, type Reader, type Writer } from "../../gateway";

/** `people-waiting` is a reading of everybody that waits for an administrator's word. */
export type PartName = SyncPart | "people-waiting";

/** The rows of a part that are in force: which sync brought them, and how old they are. */
export interface PartInForce {
  readonly name: PartName;
  readonly syncId: string;
  readonly asOf: Instant;
  readonly deltaLink: string;
}

export type PartsInForce = ReadonlyMap<PartName, PartInForce>;

export async function partsInForce(reader: Reader): Promise<PartsInForce> {
  const rows = await reader.rows<PartInForce>(sql`
    SELECT p.name, p.sync_id AS "syncId", p.as_of AS "asOf", p.delta_link AS "deltaLink" FROM graph_part p`);
  return new Map(rows.map((row) => [row.name, row]));
}

/** The swap: from now on everybody reads these rows. */
export async function putInForce(tx: Writer, part: PartInForce): Promise<void> {
  await tx.manager.upsert(graphPartEntity, { ...part }, ["name"]);
}

export async function dropPart(tx: Writer, name: PartName): Promise<void> {
  await tx.manager.delete(graphPartEntity, { name });
}

/** Which parts point at a sync's rows in each table. */
const generations = [
  ["graph_holding", ["people", "people-waiting"]],
  ["graph_account", ["people", "people-waiting"]],
  ["graph_seat_count", ["people", "people-waiting"]],
  ["graph_group", ["groups"]],
  ["graph_member", ["members"]],
  ["graph_membership", ["members"]],
  ["graph_device", ["managed-devices"]],
  ["graph_entra_device", ["entra-devices"]],
  ["graph_sku", ["skus"]],
  ["graph_subscription", ["subscriptions"]],
] as const;

/**
 * Takes away a piece of what no part points at any more and no sync is just reading: `atOnce` rows of one table.
 * @returns false when nothing was left
 */
export async function clearSuperseded(tx: Writer, atOnce: number): Promise<boolean> {
  const place = raw(tx.engine === "postgres" ? "ctid" : "rowid");
  for (const [name, parts] of generations) {
    const table = raw(name);
    // The sync first: whoever looked for rows that nothing points at would look through all that are in force.
    const past = await firstRow<{ id: string }>(
      tx,
      sql`SELECT s.id FROM graph_sync s WHERE s.state <> 'running'
        AND NOT EXISTS (SELECT 1 FROM graph_part p WHERE p.sync_id = s.id AND p.name IN (${join(parts)}))
        AND EXISTS (SELECT 1 FROM ${table} t WHERE t.sync_id = s.id) LIMIT 1`,
    );
    if (past === null) continue;
    await tx.run(sql`DELETE FROM ${table} WHERE ${place} IN (
      SELECT t.${place} FROM ${table} t WHERE t.sync_id = ${past.id} LIMIT ${atOnce})`);
    return true;
  }
  return false;
}
