import type { Sql } from "sql-template-tag";
import type { Adder, Kind, Reader } from "../gateway";
import { inChunks } from "./chunks";

/** What a kept count is of, as its columns have it. */
export type CountKey = readonly (string | number)[];

/** A count that moved, by how much. */
export type MovedCount = readonly [key: CountKey, delta: number];

/**
 * Totals that are kept beside what they count. Whoever writes moves them along; they are written at the end of that
 * transaction, in the order of their keys, so that two such transactions cannot wait for each other.
 * @param statement adds to the table
 */
export function keptCounts(statement: (moved: readonly MovedCount[]) => Sql) {
  const byWriter = new WeakMap<Reader, Map<string, number>>();
  const kind: Kind<MovedText> = { statement: (moved) => statement(inKeyOrder(moved).map(asMoved)) };

  return {
    move(tx: Adder, key: CountKey, by: number): void {
      let deltas = byWriter.get(tx);
      if (deltas === undefined) {
        const begun = new Map<string, number>();
        byWriter.set(tx, begun);
        tx.beforeCommit("totals", async (writer) => {
          byWriter.delete(tx);
          const changed = inKeyOrder([...begun]).filter(([, delta]) => delta !== 0);
          await inChunks(changed, async (chunk) => writer.putOffTogether(kind, chunk));
        });
        deltas = begun;
      }
      const text = JSON.stringify(key);
      deltas.set(text, (deltas.get(text) ?? 0) + by);
    },
    /** What the transaction has moved and not written yet: whoever reads the totals in it adds these. */
    notWritten: (reader: Reader): MovedCount[] => [...(byWriter.get(reader) ?? [])].map(asMoved),
  };
}

type MovedText = readonly [key: string, delta: number];

/** Each key once. */
function inKeyOrder(moved: readonly MovedText[]): MovedText[] {
  const deltas = new Map<string, number>();
  for (const [key, delta] of moved) deltas.set(key, (deltas.get(key) ?? 0) + delta);
  return [...deltas].sort(([a], [b]) => (a < b ? -1 : 1));
}

function asMoved([text, delta]: MovedText): MovedCount {
  return [JSON.parse(text) as CountKey, delta];
}
