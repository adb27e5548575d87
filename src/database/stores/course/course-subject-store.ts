import sql, { join } from "sql-template-tag";
import type { Reader } from "../../gateway";
import { inChunks } from "../chunks";

/** By the ids of licences that are or were bought, what Microsoft calls them; others are missing. */
export async function partNumbersOf(reader: Reader, skuIds: readonly string[]): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  await inChunks([...new Set(skuIds)], async (chunk) => {
    const rows = await reader.rows<{ skuId: string; part: string }>(sql`
      SELECT s.sku_id AS "skuId", MAX(s.part_number) AS part FROM graph_sku s
       WHERE s.sku_id IN (${join(chunk)}) GROUP BY s.sku_id`);
    for (const { skuId, part } of rows) parts.set(skuId, part);
  });
  return parts;
}
