import sql from "sql-template-tag";
import type { TeamSeats } from "../../../domain/licence/team-cost";
import type { Reader } from "../../gateway";
import { allOf } from "../scope-sql";

/**
 * How many seats the people of each home team hold, and how many of those they are known not to use; a team of ''
 * stands for people without one.
 * @param skuId only of this SKU; null of all
 */
export function seatsByTeam(reader: Reader, skuId: string | null): Promise<TeamSeats[]> {
  const where = allOf([sql`q.name = 'people'`, skuId === null ? null : sql`h.sku_id = ${skuId}`]);
  return reader.rows<TeamSeats>(sql`
    SELECT COALESCE(p.team_id, '') AS "teamId", h.sku_id AS "skuId", CAST(count(*) AS integer) AS held,
           CAST(count(CASE WHEN a.enabled = 1 AND a.use_band IN ('dormant', 'never') THEN 1 END) AS integer) AS unused
      FROM graph_part q JOIN graph_holding h ON h.sync_id = q.sync_id
      JOIN graph_account a ON a.sync_id = h.sync_id AND a.person_id = h.person_id
      LEFT JOIN person p ON p.id = h.person_id
     WHERE ${where} GROUP BY COALESCE(p.team_id, ''), h.sku_id ORDER BY 3 DESC, 1, 2`);
}
