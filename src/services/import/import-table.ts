import { applicationDays } from "../../domain/import/application-entry";
import { contractDays } from "../../domain/import/contract-entry";
import { type DayOrder, dayOrderOf, unsureDayIn } from "../../domain/import/day-text";
import { dayFields } from "../../domain/import/device-entry";
import type { ImportSource } from "../../domain/import/import";
import { type ImportProblem, problem } from "../../domain/import/problem";
import {
  type HeaderMapping,
  type HeaderReading,
  looksLikeHeader,
  readHeader,
  type TableKind,
} from "../../domain/import/recognise";
import { type RawRow, RowReader, RowShape } from "../../domain/import/row-reader";
import { Refusal } from "../../domain/refusal";
import type { CsvFile } from "./csv-file";

/** A file whose columns are understood. */
export interface ImportTable {
  readonly source: ImportSource;
  readonly ignored: readonly string[];
  readonly problems: readonly ImportProblem[];
  readonly rows: readonly RawRow[];
  readerOf(row: RawRow): RowReader;
  orderOf(field: string): DayOrder;
  /** Columns with days that can be read both ways, and nothing in them that settles it. */
  readonly unsureDays: readonly UnsureDays[];
}

export interface UnsureDays {
  readonly column: string;
  /** One of its days, as the file writes it. */
  readonly sample: string;
}

const allDays: ReadonlySet<string> = new Set([...dayFields, ...applicationDays, ...contractDays]);

/** How far below the first line a header is looked for, to say so. */
const titleLines = 10;

/**
 * @param said how the file writes days in columns that do not tell by themselves
 * @throws Refusal invalid `import-header-below`, `import-no-header`, `import-header-...`, `import-column-missing`
 */
export function tableOf(
  kind: TableKind,
  wanted: ImportSource | "auto",
  file: CsvFile,
  mapping: HeaderMapping = new Map(),
  said: DayOrder = "unsure",
): ImportTable {
  const { header, rows } = file;
  const reading = understood(kind, wanted, file, mapping);
  const width = header.cells.findLastIndex((name) => name.trim() !== "") + 1;
  const shape = new RowShape(reading.columns, width, (at) => header.cells[at] || String(at + 1));
  const dated = reading.columns.filter(({ field }) => allDays.has(field));
  const valuesAt = (at: number) => rows.map((row) => row.cells[at] ?? "");
  const orders = new Map(dated.map(({ field, at }) => [field, dayOrderOf(valuesAt(at))]));
  const above = file.isHeaderBelow ? [problem(header.line, null, "header-below")] : [];
  return {
    source: reading.source,
    ignored: reading.ignored,
    problems: [...above, ...reading.problems],
    rows,
    readerOf: (row) => new RowReader(row, shape),
    orderOf: (field) => sureOr(orders.get(field), said),
    unsureDays: dated.flatMap(({ header: column, at }) => {
      const sample = unsureDayIn(valuesAt(at));
      return sample === null ? [] : [{ column, sample }];
    }),
  };
}

function sureOr(order: DayOrder | undefined, said: DayOrder): DayOrder {
  return order === undefined || order === "unsure" ? said : order;
}

function understood(
  kind: TableKind,
  wanted: ImportSource | "auto",
  { header, rows }: CsvFile,
  mapping: HeaderMapping,
): HeaderReading {
  if (mapping.size === 0 && !looksLikeHeader(kind, header.cells)) {
    const below = rows.slice(0, titleLines).find((row) => looksLikeHeader(kind, row.cells));
    if (below) throw new Refusal("invalid", "import-header-below", { line: below.line, column: 1 });
  }
  const emptyBelow = (at: number) => rows.every((row) => (row.cells[at] ?? "") === "");
  return readHeader(kind, wanted, header, emptyBelow, mapping);
}
