import sql, { raw, type Sql } from "sql-template-tag";
import type { Json, JsonPage } from "../../domain/page";
import { firstRow, type Reader } from "../gateway";

interface PutTogether {
  readonly items: Json | null;
  readonly places: string;
}

/** No line ends inside an item: in the strings of JSON it is written as `\n`. */
const betweenItems = ",\n";
/** Of rows `r` of `json`, `sortValue` and `sortKey`. SQLite gives the very bytes that will be sent. */
export const putTogether = {
  sqlite: raw(`CAST(group_concat(r.json, ',' || char(10)) AS BLOB) AS items,
    json_group_array(json_array(r."sortValue", r."sortKey")) AS places`),
  postgres: raw(`string_agg(r.json, E',\\n') AS items,
    COALESCE(json_agg(json_build_array(r."sortValue", r."sortKey")), '[]')::text AS places`),
};

/**
 * Items of a page put together by the engine: one text instead of a row for each, which a third of the query went into.
 * @param rows a SELECT of `json`, `sortValue` and `sortKey` in the order of the page, of one row more than `limit`
 */
export async function jsonItems(
  reader: Reader,
  rows: Sql,
  limit: number,
): Promise<Pick<JsonPage, "items" | "next">> {
  const found = await firstRow<PutTogether>(
    reader,
    sql`SELECT ${putTogether[reader.engine]} FROM (${rows}) r`,
    "often",
  );
  const items = found?.items ?? "";
  const places = JSON.parse(found?.places ?? "[]") as [value: string, key: string][];
  if (places.length <= limit) return { items, next: null };
  return { items: withoutLast(items), next: places[limit - 1] ?? null };
}

/** Of items that the engine put together, of which the last was only to show that there are more. */
export function withoutLast(items: Json): Json {
  const end = items.lastIndexOf(betweenItems);
  return typeof items === "string" ? items.slice(0, end) : items.subarray(0, end);
}
