import sql from "sql-template-tag";
import type { Day } from "../../../domain/instant";
import type { LicenceSnapshot } from "../../../domain/licence/trend";
import type { Reader, Writer } from "../../gateway";

/** How each SKU stands today, for lines over time; a second sync on one day takes the place of the first. */
export async function takeSnapshot(tx: Writer, day: Day): Promise<void> {
  await tx.run(sql`DELETE FROM licence_snapshot WHERE day = ${day}`);
  await tx.run(sql`
    INSERT INTO licence_snapshot (day, sku_id, usable, held, unused)
    SELECT ${day}, s.sku_id, s.enabled + s.warning,
           CASE WHEN p.sync_id IS NULL OR s.applies_to = 'Company' THEN -1 ELSE COALESCE(f.held, 0) END,
           CASE WHEN p.sync_id IS NULL OR s.applies_to = 'Company' THEN -1 ELSE COALESCE(f.unused, 0) END
      FROM graph_part k JOIN graph_sku s ON s.sync_id = k.sync_id
      LEFT JOIN graph_part p ON p.name = 'people'
      LEFT JOIN (
        SELECT c.sku_id, CAST(sum(c.count) AS integer) AS held,
               CAST(sum(CASE WHEN c.enabled = 1 AND c.use_band IN ('dormant', 'never') THEN c.count ELSE 0 END)
                 AS integer) AS unused
          FROM graph_part q JOIN graph_seat_count c ON c.sync_id = q.sync_id
         WHERE q.name = 'people' GROUP BY c.sku_id) f ON f.sku_id = s.sku_id
     WHERE k.name = 'skus'`);
}

export async function snapshotsOf(
  reader: Reader,
  skuId: string,
  first: Day,
  last: Day,
): Promise<LicenceSnapshot[]> {
  const rows = await reader.rows<{ day: Day; usable: number; held: number; unused: number }>(sql`
    SELECT n.day, n.usable, n.held, n.unused FROM licence_snapshot n
     WHERE n.sku_id = ${skuId} AND n.day >= ${first} AND n.day <= ${last} ORDER BY n.day`);
  const known = (count: number) => (count < 0 ? null : count);
  return rows.map(({ day, usable, held, unused }) => ({
    day,
    usable,
    held: known(held),
    unused: known(unused),
  }));
}
