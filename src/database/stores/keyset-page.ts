import sql, { type Sql } from "sql-template-tag";
import type { Page, PageRequest } from "../../domain/page";
import { firstRow, type Reader } from "../gateway";
import { allOf } from "./scope-sql";

/** A list that is read page by page from after the last row of the page before, never by offset. */
interface KeysetList<Row> {
  /** A SELECT up to its WHERE. */
  readonly select: Sql;
  /** What is counted: the tables that `where` names. */
  readonly from: Sql;
  readonly where: Sql;
  /** What it is sorted by, and the unique column that decides between equals; neither is ever NULL. */
  readonly order: readonly [column: Sql, key: Sql];
  /** The values of `order` in a row. */
  readonly placeOf: (row: Row) => readonly [value: string, key: string];
  /** The number of all rows, where it is kept and need not be counted. */
  readonly total?: number;
}

/** One page, with the number of all rows that `where` finds. */
export async function keysetPage<Row>(
  reader: Reader,
  { select, from, where, order: [column, key], placeOf, total }: KeysetList<Row>,
  { after, descending, limit }: PageRequest<string>,
): Promise<Page<Row>> {
  const place = after && sql`(${after[0]}, ${after[1]})`;
  const beyond =
    place && (descending ? sql`(${column}, ${key}) < ${place}` : sql`(${column}, ${key}) > ${place}`);
  const order = descending ? sql`${column} DESC, ${key} DESC` : sql`${column}, ${key}`;
  const rows = await reader.rows<Row>(
    sql`${select} WHERE ${allOf([where, beyond])} ORDER BY ${order} LIMIT ${limit + 1}`,
  );
  const count =
    total === undefined
      ? await firstRow<{ n: number }>(
          reader,
          sql`SELECT CAST(count(*) AS integer) AS n FROM ${from} WHERE ${where}`,
        )
      : { n: total };
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next = rows.length > limit && last !== undefined ? placeOf(last) : null;
  return { items, total: count?.n ?? 0, totalCapped: false, next };
}
