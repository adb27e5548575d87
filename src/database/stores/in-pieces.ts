import { setImmediate as otherRequests } from "node:timers/promises";

/**
 * All rows of a list, read piece by piece so that other requests come in between.
 * @param read so many rows at most, in the order of their key, which come after one; '' is before all of them
 */
export async function inPieces<Row>(
  size: number,
  keyOf: (row: Row) => string,
  read: (after: string, size: number) => Promise<Row[]>,
): Promise<Row[]> {
  const found: Row[] = [];
  for (let after = ""; ; await otherRequests()) {
    const rows = await read(after, size);
    found.push(...rows);
    const last = rows.at(-1);
    if (rows.length < size || last === undefined) return found;
    after = keyOf(last);
  }
}
