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

/** What all rows of a file have in common: kept once, or twenty thousand rows would each hold a copy. */
export class RowShape {
  readonly #byField: ReadonlyMap<string, Column>;

  /** @param width cells that the header has */
  constructor(
    readonly columns: readonly Column[],
    readonly width: number,
    readonly headerAt: (at: number) => string,
  ) {
    this.#byField = new Map(columns.map((column) => [column.field, column]));
  }

  columnOf(field: string): Column | undefined {
    return this.#byField.get(field);
  }
}

const asItStands: Overrides = {};

/** One row by field, with the problems that reading it brings up. */
export class RowReader {
  readonly problems: ImportProblem[] = [];

  constructor(
    readonly row: RawRow,
    private readonly shape: RowShape,
    private readonly overrides: Overrides = asItStands,
  ) {
    const { cells } = row;
    const { columns, width, headerAt } = shape;
    for (const column of columns) {
      const value = this.#cellOf(column);
      if (value.includes("\uFFFD")) this.report(column.field, "text-damaged", { value: quoted(value) });
    }
    if (cells.length < width) {
      const params = { count: cells.length, expected: width };
      this.problems.push(problem(row.line, headerAt(cells.length), "row-short", params));
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
    return new RowReader(this.row, this.shape, all);
  }

  /** The same row read as if it said nothing but these fields. */
  reducedTo(fields: Overrides): RowReader {
    const known = [...this.shape.columns.map(({ field }) => field), ...Object.keys(this.overrides)];
    return this.overridden({ ...Object.fromEntries(known.map((field) => [field, null])), ...fields });
  }

  /** The cell, trimmed; undefined when the file has no such column. */
  text(field: string): string | undefined {
    const said = this.overrides[field];
    if (said !== undefined) return said ?? undefined;
    const column = this.shape.columnOf(field);
    return column && this.#cellOf(column);
  }

  /** The cell when it has something in it. */
  given(field: string): string | undefined {
    return this.text(field) || undefined;
  }

  report(field: string | null, code: ImportProblemCode, params: ImportProblemParams = {}): void {
    const column = field === null ? null : (this.shape.columnOf(field)?.header ?? field);
    this.problems.push(problem(this.row.line, column, code, params));
  }

  get isSound(): boolean {
    return this.problems.every(({ severity }) => severity === "warning");
  }

  #cellOf({ at }: Column): string {
    return withoutFormulaGuard((this.row.cells[at] ?? "").trim());
  }
}
