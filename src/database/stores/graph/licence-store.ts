import sql from "sql-template-tag";
import type { Instant } from "../../../domain/instant";
import type { HolderCounts, Sku } from "../../../domain/licence/licence-figures";
import type { Capability } from "../../../domain/licence/seats";
import type { UseBand } from "../../../domain/licence/use-band";
import { firstRow, type Reader } from "../../gateway";

interface SkuRead extends Omit<Sku, "units" | "isTrial" | "deletedHolders"> {
  /** -1 is unknown. */
  readonly deleted: number;
  readonly enabled: number;
  readonly warning: number;
  readonly suspended: number;
  readonly lockedOut: number;
  readonly trials: number;
  readonly bought: number;
}

/** The SKUs in force; one is a trial when all that was bought of it is. */
export async function skusInForce(reader: Reader): Promise<Sku[]> {
  const rows = await reader.rows<SkuRead>(sql`
    SELECT s.sku_id AS "skuId", s.part_number AS "skuPartNumber", s.applies_to AS "appliesTo", s.capability,
           s.enabled, s.warning, s.suspended, s.locked_out AS "lockedOut", s.consumed AS "consumedUnits", s.deleted,
           CAST(count(CASE WHEN b.trial = 1 THEN 1 END) AS integer) AS trials, CAST(count(b.id) AS integer) AS bought
      FROM graph_part k JOIN graph_sku s ON s.sync_id = k.sync_id
      LEFT JOIN graph_part q ON q.name = 'subscriptions'
      LEFT JOIN graph_subscription b ON b.sync_id = q.sync_id AND b.sku_id = s.sku_id
     WHERE k.name = 'skus'
     GROUP BY s.sku_id, s.part_number, s.applies_to, s.capability, s.enabled, s.warning, s.suspended, s.locked_out,
              s.consumed, s.deleted`);
  return rows.map(({ enabled, warning, suspended, lockedOut, trials, bought, deleted, ...sku }) => ({
    ...sku,
    capability: sku.capability as Capability,
    units: { enabled, warning, suspended, lockedOut },
    isTrial: bought > 0 && trials === bought,
    deletedHolders: deleted < 0 ? null : deleted,
  }));
}

/** Whether a SKU is in force. */
export async function isInForce(reader: Reader, skuId: string): Promise<boolean> {
  const query = sql`SELECT 1 FROM graph_part k JOIN graph_sku s ON s.sync_id = k.sync_id
    WHERE k.name = 'skus' AND s.sku_id = ${skuId}`;
  return (await firstRow(reader, query)) !== null;
}

/** By SKU, by the rule of `countHolders`; null while nobody was read yet. Deleted accounts are counted with the SKUs. */
export async function holderCounts(reader: Reader): Promise<Map<string, HolderCounts> | null> {
  const people = await firstRow<{ syncId: string }>(
    reader,
    sql`SELECT p.sync_id AS "syncId" FROM graph_part p WHERE p.name = 'people'`,
  );
  if (people === null) return null;
  const rows = await reader.rows<Omit<HolderCounts, "holdersDeleted"> & { skuId: string }>(sql`
    SELECT c.sku_id AS "skuId", CAST(sum(c.count) AS integer) AS holders,
           CAST(sum(CASE WHEN c.enabled = 0 THEN c.count ELSE 0 END) AS integer) AS "holdersDisabled",
           ${enabledOf("dormant")} AS inactive, ${enabledOf("never")} AS "neverSeen",
           ${enabledOf("unknown")} AS "unknownUse"
      FROM graph_seat_count c WHERE c.sync_id = ${people.syncId} GROUP BY c.sku_id`);
  return new Map(rows.map(({ skuId, ...counts }) => [skuId, { ...counts, holdersDeleted: null }]));
}

const enabledOf = (band: UseBand) =>
  sql`CAST(sum(CASE WHEN c.enabled = 1 AND c.use_band = ${band} THEN c.count ELSE 0 END) AS integer)`;

export interface SubscriptionInForce {
  readonly id: string;
  readonly skuId: string;
  /** As Graph says it: Enabled, Warning, Suspended, Deleted, LockedOut. */
  readonly status: string;
  readonly seats: number;
  readonly nextLifecycle: Instant;
}

export function subscriptionsInForce(reader: Reader): Promise<SubscriptionInForce[]> {
  return reader.rows(sql`
    SELECT b.id, b.sku_id AS "skuId", b.status, b.seats, b.next_lifecycle AS "nextLifecycle"
      FROM graph_part q JOIN graph_subscription b ON b.sync_id = q.sync_id
     WHERE q.name = 'subscriptions' ORDER BY b.next_lifecycle, b.id`);
}
