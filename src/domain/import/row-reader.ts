import { withoutFormulaGuard } from "./formula-cell";
import {
  type ImportProblem,
  type ImportProblemCode,
  type ImportProblemParams,
  problem,
  quoted,
} from "./problem";
import type { Column } from "./recognise";

export interface RawRow {
  /** Line of the file in which the row begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Fields by what to read instead of the cell; null for "no such column". */
export type Overrides = Readonly<Record<string, string | null>>;

/** One row by field, with the problems that reading it brings up. */
export class RowReader {
  readonly problems: ImportProblem[] = [];
  readonly #values = new Map<string, string>();
  readonly #headers = new Map<string, string>();

  /** @param width cells that the header has */
  constructor(
    readonly row: RawRow,
    private readonly columns: readonly Column[],
    private readonly width: number,
    private readonly headerAt: (at: number) => string,
    private readonly overrides: Overrides = {},
  ) {
    const { cells } = row;
    for (const { field, at, header } of columns) {
      this.#headers.set(field, header);
      const value = withoutFormulaGuard((cells[at] ?? "").trim());
      this.#values.set(field, value);
      if (value.includes("\uFFFD")) this.report(field, "text-damaged", { value: quoted(value) });
    }
    if (cells.length < width) {
      const params = { count: cells.length, expected: width };
      this.problems.push(problem(row.line, headerAt(cells.length), "row-short", params));
    }
    for (const [field, value] of Object.entries(overrides)) {
      if (value === null) this.#values.delete(field);
      else this.#values.set(field, value);
    }
    const extra = cells.findIndex((cell, at) => at >= width && cell.trim() !== "");
    if (extra >= 0) {
      const params = { count: cells.length, expected: width };
      this.problems.push(problem(row.line, String(extra + 1), "row-long", params));
    }
  }

  /** The same row read as if it said something else, or nothing, of some fields. */
  overridden(overrides: Overrides): RowReader {
    const all = { ...this.overrides, ...overrides };
    return new RowReader(this.row, this.columns, this.width, this.headerAt, all);
  }

  /** The same row read as if it said nothing but these fields. */
  reducedTo(fields: Overrides): RowReader {
    const nothing = Object.fromEntries([...this.#values.keys()].map((field) => [field, null]));
    return this.overridden({ ...nothing, ...fields });
  }

  /** The cell, trimmed; undefined when the file has no such column. */
  text(field: string): string | undefined {
    return this.#values.get(field);
  }

  /** The cell when it has something in it. */
  given(field: string): string | undefined {
    return this.#values.get(field) || undefined;
  }

  report(field: string | null, code: ImportProblemCode, params: ImportProblemParams = {}): void {
    const column = field === null ? null : (this.#headers.get(field) ?? field);
    this.problems.push(problem(this.row.line, column, code, params));
  }

  get isSound(): boolean {
    return this.problems.every(({ severity }) => severity === "warning");
  }
}
