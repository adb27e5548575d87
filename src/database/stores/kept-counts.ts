import type { Reader, Writer } from "../gateway";
import { inChunks } from "./chunks";

/** What a kept count is of, as its columns have it. */
export type CountKey = readonly (string | number)[];

/** A count that moved, by how much. */
export type MovedCount = readonly [key: CountKey, delta: number];

/**
 * Totals that are kept beside what they count. Whoever writes moves them along; they are written at the end of that
 * transaction, in the order of their keys, so that two such transactions cannot wait for each other.
 * @param write puts off the statement that adds to the table
 */
export function keptCounts(write: (tx: Writer, moved: readonly MovedCount[]) => void) {
  const byWriter = new WeakMap<Reader, Map<string, number>>();

  async function writeAll(tx: Writer, deltas: ReadonlyMap<string, number>): Promise<void> {
    byWriter.delete(tx);
    const changed = [...deltas].filter(([, delta]) => delta !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
    await inChunks(changed, async (chunk) => write(tx, chunk.map(asMoved)));
  }

  return {
    move(tx: Writer, key: CountKey, by: number): void {
      let deltas = byWriter.get(tx);
      if (deltas === undefined) {
        const begun = new Map<string, number>();
        byWriter.set(tx, begun);
        tx.beforeCommit("totals", () => writeAll(tx, begun));
        deltas = begun;
      }
      const text = JSON.stringify(key);
      deltas.set(text, (deltas.get(text) ?? 0) + by);
    },
    /** What the transaction has moved and not written yet: whoever reads the totals in it adds these. */
    notWritten: (reader: Reader): MovedCount[] => [...(byWriter.get(reader) ?? [])].map(asMoved),
  };
}

function asMoved([text, delta]: readonly [string, number]): MovedCount {
  return [JSON.parse(text) as CountKey, delta];
}
