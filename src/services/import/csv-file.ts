import { setImmediate as nextTurn } from "node:timers/promises";
import { CsvError, type InfoRecord, type Parser, parse } from "csv-parse";
import { Refusal } from "../../domain/refusal";
import { type CsvDelimiter, layoutOf } from "./csv-delimiter";
import { type CsvEncoding, decodeCsv } from "./csv-encoding";
import { refuseEndlessLine, untilEndlessCell } from "./csv-endless";
import { type CsvRow, csvLimits, RowCollector } from "./csv-rows";

export interface CsvFile {
  readonly encoding: CsvEncoding;
  readonly delimiter: CsvDelimiter;
  readonly header: CsvRow;
  /** Blank lines stand above the header. */
  readonly isHeaderBelow: boolean;
  /** Rows with something in them; blank ones are left out. */
  readonly rows: readonly CsvRow[];
}

const chunkBytes = 64 * 1024;

/**
 * Reads the bytes of a CSV file. Of a file over the limit only the first 5 MB are looked at, for a more telling reason than its size.
 * @throws Refusal invalid `import-...` naming line and column where the file has them
 */
export async function readCsv(bytes: Uint8Array): Promise<CsvFile> {
  const tooLarge = bytes.length > csvLimits.bytes;
  const { text, encoding } = await decodeCsv(tooLarge ? bytes.subarray(0, csvLimits.bytes) : bytes, tooLarge);
  await nextTurn();
  const layout = layoutOf(text);
  const table = Buffer.from(text.slice(layout.start));
  await nextTurn();
  const records = await recordsOf(table, layout.delimiter, layout.linesBefore);
  if (tooLarge) {
    const line = (records.at(-1)?.line ?? 0) + 1;
    throw new Refusal("invalid", "import-too-large", { limit: `${csvLimits.bytes / 1024 / 1024} MB`, line });
  }
  const [header, ...rows] = records;
  if (!header) throw new Refusal("invalid", "import-empty");
  const isHeaderBelow = header.line > layout.linesBefore + 1;
  return { encoding, delimiter: layout.delimiter, header, isHeaderBelow, rows };
}

/** Feeds the parser piece by piece and lets other work run in between. */
async function recordsOf(table: Buffer, delimiter: string, linesBefore: number): Promise<CsvRow[]> {
  const fed = await untilEndlessCell(table, delimiter);
  await refuseEndlessLine(fed, delimiter, linesBefore);
  const collector = new RowCollector(table, linesBefore, fed.length);
  const parser = parse({
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
    on_record: (cells: string[], info: InfoRecord) => collector.take(cells, info.bytes),
  });
  let fault: Error | undefined;
  parser.on("error", (error) => {
    fault = error;
  });
  for (let at = 0; at < fed.length && !fault; at += chunkBytes) {
    await feed(parser, fed.subarray(at, at + chunkBytes));
    await nextTurn();
  }
  if (!fault) await ended(parser);
  if (fault) throw fault instanceof CsvError ? collector.refusalFor(fault) : fault;
  return collector.rows;
}

function feed(parser: Parser, chunk: Buffer): Promise<void> {
  return new Promise((resolve) => parser.write(chunk, () => resolve()));
}

function ended(parser: Parser): Promise<void> {
  return new Promise((resolve) => {
    parser.on("close", resolve);
    parser.on("end", resolve);
    parser.resume();
    parser.end();
  });
}
