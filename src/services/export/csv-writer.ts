import { stringify } from "csv-stringify/sync";
import type { ExportTable } from "./export-table";

/** Excel takes a file without it for Windows-1252 and spoils every Welsh circumflex. */
const byteOrderMark = "\uFEFF";

/** The table as CSV in UTF-8, as Excel and every import of ours read it. */
export async function* csvOf({ headers, pieces }: ExportTable): AsyncGenerator<Buffer> {
  yield Buffer.from(byteOrderMark + lines([headers]));
  for await (const rows of pieces) if (rows.length > 0) yield Buffer.from(lines(rows));
}

function lines(rows: readonly (readonly string[])[]): string {
  return stringify(rows as string[][], { record_delimiter: "\r\n", quoted_match: /[\r\n]|^\s|\s$/u });
}
