import type { ExportColumn } from "../../domain/export/export-columns";
import { exportRow, headersOf } from "../../domain/export/export-columns";

/** A table that is read while it is written: pieces of some hundred rows. */
export interface ExportTable {
  readonly name: string;
  readonly headers: readonly string[];
  readonly pieces: AsyncIterable<readonly (readonly string[])[]>;
}

/** Rows read at a time; other requests run between two pieces. */
export const pieceSize = 500;

type After = readonly [string, string] | null;

/**
 * Walks a list from end to end.
 * @param read the rows after a place in the list, and the place after them
 */
export function tableFrom<T>(
  name: string,
  columns: readonly ExportColumn<T>[],
  read: (after: After) => Promise<{ readonly rows: readonly T[]; readonly next: After }>,
): ExportTable {
  async function* pieces() {
    let after: After = null;
    do {
      const piece = await read(after);
      yield piece.rows.map((row) => exportRow(columns, row));
      after = piece.next;
    } while (after !== null);
  }
  return { name, headers: headersOf(columns), pieces: pieces() };
}
