import sql from "sql-template-tag";
import { type GraphSeatCountRow, graphSeatCountEntity } from "../../entities/graph-entities";
import type { Writer } from "../../gateway";
import { inWrites } from "../chunks";
import { addSeats, countedOf, type SeatDeltas } from "../seat-count-store";
import { insertRows } from "../write-rows";
import { inRanges } from "./staged-range";

/** Counts the seats of a sync, once its people are in the register and before it comes into force. */
export async function countSeats(tx: Writer, syncId: string): Promise<void> {
  const counts: SeatDeltas = new Map();
  // Seats stand in for their accounts: every range of people holds whole ones of both.
  await inRanges(tx, syncId, async (range) => {
    const rows = await tx.rows<GraphSeatCountRow>(sql`
      SELECT a.sync_id AS "syncId", a.sku_id AS "skuId", COALESCE(p.team_id, '') AS "teamId", a.enabled,
             a.use_band AS "useBand", CAST(count(*) AS integer) AS count
        FROM graph_holding a LEFT JOIN person p ON p.id = a.person_id
       WHERE a.sync_id = ${syncId} AND ${range}
       GROUP BY a.sync_id, a.sku_id, COALESCE(p.team_id, ''), a.enabled, a.use_band`);
    for (const { count, ...counted } of rows) addSeats(counts, counted, count);
  });
  await tx.run(sql`DELETE FROM graph_seat_count WHERE sync_id = ${syncId}`);
  await inWrites([...counts], async (chunk) => {
    const rows = chunk.map(([key, count]) => ({ ...countedOf(key), count }));
    await insertRows(tx, graphSeatCountEntity, rows);
  });
}
