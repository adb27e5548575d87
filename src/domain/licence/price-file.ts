import { choiceIn, dayIn, moneyIn } from "../import/cell";
import { type DayOrder, dayOrderOf } from "../import/day-text";
import { type ImportProblem, quoted } from "../import/problem";
import type { Column } from "../import/recognise";
import { type RawRow, RowReader, RowShape } from "../import/row-reader";
import type { Day } from "../instant";
import { matchKey } from "../match-key";
import { Refusal } from "../refusal";
import { isSamePrice, type Price, type PricePeriod, pricePeriods } from "./price";

/** A SKU that a line can mean. */
export interface PricedSku {
  readonly skuId: string;
  readonly skuPartNumber: string;
  readonly productName: string;
}

export const priceVerdicts = ["create", "update", "unchanged", "error"] as const;
export type PriceVerdict = (typeof priceVerdicts)[number];

export interface JudgedPrice {
  readonly line: number;
  readonly verdict: PriceVerdict;
  /** Null where the line is in error. */
  readonly price: Price | null;
}

export interface JudgedPrices {
  readonly lines: readonly JudgedPrice[];
  readonly problems: readonly ImportProblem[];
}

/** Headers by field; an export writes the first of each. */
const headers = {
  skuId: ["SKU id", "sku"],
  skuPartNumber: ["Part number", "SKU part number", "String id"],
  productName: ["Product", "Product name", "Licence"],
  amount: ["Amount", "Price", "Unit price", "Cost"],
  currency: ["Currency"],
  per: ["Per", "Period", "Billing period"],
  from: ["From", "Valid from", "From date"],
  until: ["Until", "Valid until", "To", "End date"],
} as const;
export type PriceField = keyof typeof headers;
const fields = Object.keys(headers) as PriceField[];

/** What an export calls a field. */
export function priceHeader(field: PriceField): string {
  return headers[field][0];
}

const periodWords: Readonly<Record<string, PricePeriod>> = {
  monthly: "month",
  "per month": "month",
  yearly: "year",
  annual: "year",
  annually: "year",
  "per year": "year",
};

/**
 * Reads a file of prices against what the council has and knows already.
 * @throws Refusal invalid `import-column-missing` naming the first column that is not there
 */
export function judgePrices(
  header: readonly string[],
  rows: readonly RawRow[],
  skus: readonly PricedSku[],
  book: readonly Price[],
): JudgedPrices {
  const columns = columnsOf(header);
  const shape = new RowShape(columns, header.length, (at) => header[at] || String(at + 1));
  const file = { skus, book, order: (field: PriceField) => orderOf(columns, rows, field), seen: new Map() };
  const judged = rows.map((row) => judgeRow(new RowReader(row, shape), file));
  return {
    lines: judged.map(({ line, verdict, price }) => ({ line, verdict, price })),
    problems: judged.flatMap(({ problems }) => problems),
  };
}

function columnsOf(header: readonly string[]): Column[] {
  const keys = header.map(matchKey);
  const columns = fields.flatMap((field) => {
    const names = headers[field].map(matchKey);
    const at = keys.findIndex((key) => names.includes(key));
    return at < 0 ? [] : [{ field, at, header: header[at] ?? field }];
  });
  const has = (field: PriceField) => columns.some((column) => column.field === field);
  const missing = (["amount", "per", "from"] as const).find((field) => !has(field));
  const names = has("skuId") || has("skuPartNumber") || has("productName");
  const lacking = missing ?? (names ? undefined : "skuId");
  if (lacking !== undefined) {
    throw new Refusal("invalid", "import-column-missing", { line: 1, column: priceHeader(lacking) });
  }
  return columns;
}

function orderOf(columns: readonly Column[], rows: readonly RawRow[], field: PriceField): DayOrder {
  const at = columns.find((column) => column.field === field)?.at ?? -1;
  return dayOrderOf(rows.map(({ cells }) => cells[at] ?? ""));
}

interface FileContext {
  readonly skus: readonly PricedSku[];
  readonly book: readonly Price[];
  readonly order: (field: PriceField) => DayOrder;
  /** Lines by SKU and day. */
  readonly seen: Map<string, number>;
}

function judgeRow(
  reader: RowReader,
  { skus, book, order, seen }: FileContext,
): JudgedPrice & { readonly problems: readonly ImportProblem[] } {
  const { line } = reader.row;
  const price = readPrice(reader, skus, order);
  if (price !== null) {
    const key = `${price.skuId}/${price.from}`;
    const other = seen.get(key);
    if (other !== undefined) reader.report("from", "same-record", { other, value: price.from });
    seen.set(key, line);
  }
  const { problems } = reader;
  if (price === null || !reader.isSound) return { line, verdict: "error", price: null, problems };
  const before = book.find(({ skuId, from }) => skuId === price.skuId && from === price.from);
  const verdict = before === undefined ? "create" : isSamePrice(before, price) ? "unchanged" : "update";
  return { line, verdict, price, problems };
}

function readPrice(
  reader: RowReader,
  skus: readonly PricedSku[],
  order: (field: PriceField) => DayOrder,
): Price | null {
  const sku = skuIn(reader, skus);
  const price = needed(reader, "amount", moneyIn(reader, "amount"));
  const per = needed(reader, "per", choiceIn(reader, "per", pricePeriods, periodOf));
  const from = needed(reader, "from", dayIn(reader, "from", order("from")));
  const until = dayIn(reader, "until", order("until")) ?? null;
  if (sku === null || price === null || per === null || from === null) return null;
  refuseBackwards(reader, from, until);
  return { skuId: sku.skuId, price, per, from, until };
}

function periodOf(text: string): string {
  return periodWords[matchKey(text)] ?? text;
}

function needed<T>(reader: RowReader, field: PriceField, value: T | null | undefined): T | null {
  if (value === null) reader.report(field, "value-missing");
  return value ?? null;
}

function refuseBackwards(reader: RowReader, from: Day, until: Day | null): void {
  if (until !== null && until < from)
    reader.report("until", "ends-before-start", { value: until, start: from });
}

/** By its id alone where that is given; else by part number, then by product name, which several may share. */
function skuIn(reader: RowReader, skus: readonly PricedSku[]): PricedSku | null {
  for (const field of ["skuId", "skuPartNumber", "productName"] as const) {
    const value = reader.given(field);
    if (value === undefined) continue;
    const found = skus.filter((sku) => matchKey(sku[field]) === matchKey(value));
    const [first, second] = found;
    if (second !== undefined) {
      const other = found.map(({ skuId }) => skuId).join(", ");
      reader.report(field, "licence-ambiguous", { value: quoted(value), other });
      return null;
    }
    if (first === undefined) reader.report(field, "licence-unknown", { value: quoted(value) });
    return first ?? null;
  }
  reader.report("skuId", "value-missing");
  return null;
}
