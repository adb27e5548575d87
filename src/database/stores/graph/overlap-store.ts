import sql, { join } from "sql-template-tag";
import type { Reader } from "../../gateway";

/** One seat of a person who holds more than one SKU. */
export interface SeatAmongSeveral {
  readonly personId: string;
  readonly skuId: string;
  /** Plans that every assignment turns off. */
  readonly disabledPlans: readonly string[];
}

/** Ids of the plans for people that each SKU in force brings. */
export async function plansBySku(reader: Reader): Promise<Map<string, readonly string[]>> {
  const rows = await reader.rows<{ skuId: string; plans: string }>(sql`
    SELECT s.sku_id AS "skuId", s.plans FROM graph_part k JOIN graph_sku s ON s.sync_id = k.sync_id
     WHERE k.name = 'skus' AND s.applies_to = 'User' AND s.capability IN ('Enabled', 'Warning')`);
  return new Map(rows.map(({ skuId, plans }) => [skuId, JSON.parse(plans) as string[]]));
}

/**
 * Seats of people who hold at least two of these SKUs, person by person; disabled accounts too, since they take seats.
 * @param after the last person of the piece before; '' to begin
 * @returns at most `people` of them
 */
export async function seatsAmongSeveral(
  reader: Reader,
  skuIds: readonly string[],
  after: string,
  people: number,
): Promise<SeatAmongSeveral[]> {
  if (skuIds.length < 2) return [];
  const rows = await reader.rows<{ personId: string; skuId: string; disabledPlans: string }>(sql`
    WITH several AS (
      SELECT h.sync_id, h.person_id FROM graph_part q JOIN graph_holding h ON h.sync_id = q.sync_id
       WHERE q.name = 'people' AND h.person_id > ${after} AND h.sku_id IN (${join(skuIds)})
       GROUP BY h.sync_id, h.person_id HAVING count(*) > 1 ORDER BY h.person_id LIMIT ${people})
    SELECT h.person_id AS "personId", h.sku_id AS "skuId", h.disabled_plans AS "disabledPlans"
      FROM several v JOIN graph_holding h ON h.sync_id = v.sync_id AND h.person_id = v.person_id
     WHERE h.sku_id IN (${join(skuIds)}) ORDER BY h.person_id, h.sku_id`);
  return rows.map(({ disabledPlans, ...seat }) => ({
    ...seat,
    disabledPlans: JSON.parse(disabledPlans) as string[],
  }));
}
