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

/** One row by field, with the problems that reading it brings up. */
export class RowReader {
  readonly problems: ImportProblem[] = [];
  readonly #values = new Map<string, string>();
  readonly #headers = new Map<string, string>();

  /** @param width cells that the header has */
  constructor(
    readonly row: RawRow,
    columns: readonly Column[],
    width: number,
    headerAt: (at: number) => string,
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
    const extra = cells.findIndex((cell, at) => at >= width && cell.trim() !== "");
    if (extra >= 0) {
      const params = { count: cells.length, expected: width };
      this.problems.push(problem(row.line, String(extra + 1), "row-long", params));
    }
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
