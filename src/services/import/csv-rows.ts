import { setImmediate as nextTurn } from "node:timers/promises";
import type { CsvError } from "csv-parse";
import { Refusal } from "../../domain/refusal";

export interface CsvRow {
  /** Line of the file, from 1, in which the row begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

export const csvLimits = { bytes: 5 * 1024 * 1024, rows: 20_000, columns: 200, cell: 32_767 } as const;
const endlessLine = 100_000;
/** Bytes; other requests are served in between. */
const countedAtOnce = 512 * 1024;

/** Takes records as they are parsed, counts the lines they stand in and refuses what is over a limit at once. */
export class RowCollector {
  readonly rows: CsvRow[] = [];
  readonly #table: Buffer;
  #line: number;
  #start = 0;
  /** Rows of nothing but separators, which spreadsheets leave below a table. */
  #blanks = 0;

  constructor(table: Buffer, linesBefore: number) {
    this.#table = table;
    this.#line = linesBefore + 1;
  }

  /** Answers null so that the parser keeps nothing. */
  take(cells: string[], end: number): null {
    const raw = this.#table.subarray(this.#start, end);
    const skipped = lineEndsIn(raw.subarray(0, blankLength(raw)));
    const row = { line: this.#line + skipped, cells };
    this.#line += lineEndsIn(raw);
    this.#start = end;
    const isBlank = cells.every((cell) => cell === "");
    if (isBlank) this.#blanks++;
    const name = (at: number) => this.rows[0]?.cells[at] || at + 1;
    refuseTooMuch(row, Math.max(this.rows.length, this.#blanks), name);
    if (isBlank) return null;
    refuseSwallowed(row, raw, name);
    this.rows.push(row);
    return null;
  }

  /** The parser stops only at quotes; `bytes` is then where the cell in question begins. */
  refusalFor(fault: CsvError): Refusal {
    const cellStart = typeof fault.bytes === "number" ? fault.bytes : this.#start;
    const at = typeof fault.column === "number" ? fault.column : 0;
    const column = this.rows[0]?.cells[at] || at + 1;
    const line = this.#line + lineEndsIn(this.#table.subarray(this.#start, cellStart));
    if (this.#table.length - cellStart > csvLimits.cell * 4 && this.#table.length > csvLimits.bytes - 8) {
      return new Refusal("invalid", "import-cell-too-long", { line, column, limit: csvLimits.cell });
    }
    return new Refusal("invalid", "import-quote-open", { line, column });
  }
}

function refuseTooMuch(row: CsvRow, before: number, name: (at: number) => string | number): void {
  const { line, cells } = row;
  if (cells.length > csvLimits.columns) {
    const params = { limit: csvLimits.columns, line, count: cells.length };
    throw new Refusal("invalid", "import-too-many-columns", params);
  }
  if (before > csvLimits.rows) {
    throw new Refusal("invalid", "import-too-many-rows", { limit: csvLimits.rows, line });
  }
  const long = cells.findIndex((cell) => cell.length > csvLimits.cell);
  if (long >= 0) {
    const params = { line, column: name(long), limit: csvLimits.cell };
    throw new Refusal("invalid", "import-cell-too-long", params);
  }
}

/**
 * Stray quotes inside a cell are taken as they are, but one that opens a cell and swallows the next lines up to another
 * cell's quote is a quote that was never closed. A cell that really begins with a quote has it doubled in the file.
 */
function refuseSwallowed({ line, cells }: CsvRow, raw: Buffer, name: (at: number) => string | number): void {
  const at = cells.findIndex(
    (cell) => cell.startsWith('"') && /[\r\n]/.test(cell) && !raw.includes(`"${cell.replaceAll('"', '""')}"`),
  );
  if (at >= 0) throw new Refusal("invalid", "import-quote-open", { line, column: name(at) });
}

/**
 * A line of millions of separators would be an array of millions of cells before its width could be looked at. Far over
 * the limit, because quotation marks are only counted here, not understood.
 */
export async function refuseEndlessLine(
  table: Buffer,
  delimiter: string,
  linesBefore: number,
): Promise<void> {
  const separator = delimiter.charCodeAt(0);
  let count = 0;
  let quotedFrom: number | null = null;
  for (let at = 0; at < table.length; at++) {
    if (at % countedAtOnce === 0) await nextTurn();
    const byte = table[at];
    if (byte === 34) quotedFrom = quotedFrom === null ? count : null;
    else if (byte === 10 || byte === 13) count = 0;
    else if (byte === separator && ++count > endlessLine) {
      const line = linesBefore + 1 + lineEndsIn(table.subarray(0, at));
      if (quotedFrom !== null)
        throw new Refusal("invalid", "import-quote-open", { line, column: quotedFrom + 1 });
      throw new Refusal("invalid", "import-too-many-columns", { limit: csvLimits.columns, line, count });
    }
  }
}

/** How many bytes at the start are blank lines that the parser skipped. */
function blankLength(raw: Buffer): number {
  let length = 0;
  for (let at = 0; at < raw.length; at++) {
    const byte = raw[at];
    if (byte === 10 || byte === 13) length = at + 1;
    else if (byte !== 32) break;
  }
  return length;
}

function lineEndsIn(bytes: Buffer): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === 10 || (byte === 13 && bytes[at + 1] !== 10)) count++;
  }
  return count;
}
