import { stringify } from "csv-stringify/sync";
import type { ExportTable } from "./export-table";

/** Excel takes a file without it for Windows-1252 and spoils every Welsh circumflex. */
const byteOrderMark = "\uFEFF";

/** The tables one below the other as CSV in UTF-8, as Excel and every import of ours read it. */
export async function* csvOf(...tables: readonly ExportTable[]): AsyncGenerator<Buffer> {
  for (const [at, { headers, pieces }] of tables.entries()) {
    yield Buffer.from((at === 0 ? byteOrderMark : "\r\n") + lines([headers]));
    for await (const rows of pieces) if (rows.length > 0) yield Buffer.from(lines(rows));
  }
}

function lines(rows: readonly (readonly string[])[]): string {
  return stringify(rows as string[][], { record_delimiter: "\r\n", quoted_match: /[\r\n]|^\s|\s$/u });
}
