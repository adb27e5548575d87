import sql from "sql-template-tag";
import type { Instant } from "../../../domain/instant";
import type { TeamSeats } from "../../../domain/licence/team-cost";
import { firstRow, type Reader } from "../../gateway";
import { allOf } from "../scope-sql";

/**
 * How many seats the people of each home team hold, and how many of those they are known not to use; a team of ''
 * stands for people without one.
 * @param skuId only of this SKU; null of all
 */
export function seatsByTeam(reader: Reader, skuId: string | null): Promise<TeamSeats[]> {
  const where = allOf([sql`q.name = 'people'`, skuId === null ? null : sql`c.sku_id = ${skuId}`]);
  return reader.rows<TeamSeats>(sql`
    SELECT c.team_id AS "teamId", c.sku_id AS "skuId", CAST(sum(c.count) AS integer) AS held,
           CAST(sum(CASE WHEN c.enabled = 1 AND c.use_band IN ('dormant', 'never') THEN c.count ELSE 0 END)
             AS integer) AS unused
      FROM graph_part q JOIN graph_seat_count c ON c.sync_id = q.sync_id
     WHERE ${where} GROUP BY c.team_id, c.sku_id HAVING sum(c.count) > 0 ORDER BY 3 DESC, 1, 2`);
}

/** What a person holds by the reading in force, and how old that is; null while nobody was read yet. */
export async function heldBy(
  reader: Reader,
  personId: string,
): Promise<{
  readonly licences: readonly { readonly skuId: string; readonly skuPartNumber: string }[];
  readonly readAt: Instant | null;
}> {
  const people = await firstRow<{ readAt: Instant }>(
    reader,
    sql`SELECT p.as_of AS "readAt" FROM graph_part p WHERE p.name = 'people'`,
  );
  const licences = await reader.rows<{ skuId: string; skuPartNumber: string }>(sql`
    SELECT h.sku_id AS "skuId", COALESCE(s.part_number, '') AS "skuPartNumber"
      FROM graph_part q JOIN graph_holding h ON h.sync_id = q.sync_id
      LEFT JOIN graph_part k ON k.name = 'skus'
      LEFT JOIN graph_sku s ON s.sync_id = k.sync_id AND s.sku_id = h.sku_id
     WHERE q.name = 'people' AND h.person_id = ${personId}`);
  return { licences, readAt: people?.readAt ?? null };
}
