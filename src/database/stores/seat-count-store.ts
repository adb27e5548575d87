import sql, { join } from "sql-template-tag";
import type { GraphSeatCountRow } from "../entities/graph-entities";
import type { Reader, Writer } from "../gateway";
import { inChunks, inWrites } from "./chunks";

/*
 * How many seats there are by SKU, home team, account and use: kept, because counting a hundred thousand takes longer
 * than anybody should wait, and others with them.
 */

type Counted = Omit<GraphSeatCountRow, "count">;
/** By what is counted. */
export type SeatDeltas = Map<string, number>;

/**
 * Moves the kept totals along with people who are about to get a home team, another one or none; at the end of the
 * transaction that writes them.
 */
export async function moveSeats(
  tx: Writer,
  people: readonly { readonly id: string; readonly teamId: string | null }[],
): Promise<void> {
  const teams = new Map(people.map(({ id, teamId }) => [id, teamId ?? ""]));
  for (const { personId, ...seat } of await seatsInForce(tx, [...teams.keys()])) {
    const teamId = teams.get(personId) ?? "";
    if (teamId === seat.teamId) continue;
    addSeats(deltasOf(tx), seat, -1);
    addSeats(deltasOf(tx), { ...seat, teamId }, 1);
  }
}

/** As `moveSeats`, for somebody whose seats are about to be forgotten. */
export async function forgetSeats(tx: Writer, personId: string): Promise<void> {
  for (const { personId: _, ...seat } of await seatsInForce(tx, [personId])) addSeats(deltasOf(tx), seat, -1);
}

async function seatsInForce(reader: Reader, personIds: readonly string[]) {
  const found: (Counted & { readonly personId: string })[] = [];
  await inChunks(personIds, async (chunk) => {
    found.push(
      ...(await reader.rows<Counted & { personId: string }>(sql`
        SELECT h.sync_id AS "syncId", h.sku_id AS "skuId", COALESCE(p.team_id, '') AS "teamId", h.enabled,
               h.use_band AS "useBand", h.person_id AS "personId"
          FROM graph_part q JOIN graph_holding h ON h.sync_id = q.sync_id AND h.person_id IN (${join(chunk)})
          LEFT JOIN person p ON p.id = h.person_id
         WHERE q.name = 'people'`)),
    );
  });
  return found;
}

const moved = new WeakMap<Writer, SeatDeltas>();

function deltasOf(tx: Writer): SeatDeltas {
  const known = moved.get(tx);
  if (known !== undefined) return known;
  const deltas: SeatDeltas = new Map();
  moved.set(tx, deltas);
  tx.beforeCommit("totals", () => writeDeltas(tx, deltas));
  return deltas;
}

/** In the order of the key, so that two transactions cannot wait for each other. */
async function writeDeltas(tx: Writer, deltas: SeatDeltas): Promise<void> {
  moved.delete(tx);
  const changed = [...deltas].filter(([, delta]) => delta !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  await inWrites(changed, async (chunk) => {
    const rows = chunk.map(([key, delta]) => {
      const { syncId, skuId, teamId, enabled, useBand } = countedOf(key);
      return sql`(${syncId}, ${skuId}, ${teamId}, ${enabled}, ${useBand}, ${delta})`;
    });
    await tx.run(sql`INSERT INTO graph_seat_count (sync_id, sku_id, team_id, enabled, use_band, count)
      VALUES ${join(rows)} ON CONFLICT (sync_id, sku_id, team_id, enabled, use_band)
      DO UPDATE SET count = graph_seat_count.count + excluded.count`);
  });
}

export function addSeats(
  deltas: SeatDeltas,
  { syncId, skuId, teamId, enabled, useBand }: Counted,
  by: number,
): void {
  const key = JSON.stringify([syncId, skuId, teamId, enabled, useBand]);
  deltas.set(key, (deltas.get(key) ?? 0) + by);
}

export function countedOf(key: string): Counted {
  const [syncId, skuId, teamId, enabled, useBand] = JSON.parse(key) as [
    string,
    string,
    string,
    number,
    string,
  ];
  return { syncId, skuId, teamId, enabled, useBand };
}
