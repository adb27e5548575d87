import type { CsvError } from "csv-parse";
import { Refusal } from "../../domain/refusal";

export interface CsvRow {
  /** Line of the file, from 1, in which the row begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

export const csvLimits = { bytes: 5 * 1024 * 1024, rows: 20_000, columns: 200, cell: 32_767 } as const;
/** In bytes: a cell that is certainly too long, for no letter takes more than three where it counts as one. */
export const endlessCell = csvLimits.cell * 4;

/** Takes records as they are parsed, counts the lines they stand in and refuses what is over a limit at once. */
export class RowCollector {
  readonly rows: CsvRow[] = [];
  readonly #table: Buffer;
  readonly #fed: number;
  #line: number;
  #start = 0;
  /** Rows of nothing but separators, which spreadsheets leave below a table. */
  #blanks = 0;

  /** @param fed how much of the table the parser is given */
  constructor(table: Buffer, linesBefore: number, fed: number) {
    this.#table = table;
    this.#fed = fed;
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
    const isCut = this.#table.length > csvLimits.bytes - 8 || this.#table.includes('"', this.#fed);
    if (isCut && this.#table.length - cellStart > endlessCell) {
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

export function lineEndsIn(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === 10 || (byte === 13 && bytes[at + 1] !== 10)) count++;
  }
  return count;
}
