import sql from "sql-template-tag";
import { around } from "../src/api/encoder";
import type { Reader } from "../src/database/gateway";
import { fewHolding, found } from "../src/database/stores/device-text-index";
import { putTogether, withoutLast } from "../src/database/stores/json-page";
import { supportDays } from "../src/domain/lifecycle/os-support";
import { matchKey } from "../src/domain/match-key";
import { countedTotalCap, type Json } from "../src/domain/page";
import type { BareDatabase } from "./bare-database";

/** The best queries we know for what the cases ask: JSON is built where the data is. */
export interface BareQueries {
  device(id: string): Promise<string | null> | string | null;
  page(query: PageQuery): Promise<Json>;
  summary(): Promise<Json>;
}

export interface PageQuery {
  readonly team?: string | undefined;
  readonly status?: string | undefined;
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const sortableMatches = 1_000;

const { today, soon } = supportDays(new Date());

const fields: readonly (readonly [string, string])[] = [
  ["id", "d.id"],
  ["assetTag", "d.asset_tag"],
  ["serial", "NULLIF(d.serial, '')"],
  ["type", "d.type"],
  ["manufacturer", "NULLIF(d.manufacturer, '')"],
  ["model", "NULLIF(d.model, '')"],
  ["os", "NULLIF(d.os, '')"],
  ["osVersion", "NULLIF(d.os_version, '')"],
  [
    "osSupport",
    `CASE WHEN d.os_support_last = 'none' THEN 'none' WHEN d.os_support_last = '' THEN 'unknown'
      WHEN d.os_support_last < '${today}' THEN 'ended' WHEN d.os_support_end < '${today}' THEN 'unknown'
      WHEN d.os_support_end < '${soon}' THEN 'ending' ELSE 'supported' END`,
  ],
  ["osSupportEnd", "NULLIF(NULLIF(d.os_support_end, ''), 'none')"],
  ["osSupportLast", "NULLIF(NULLIF(d.os_support_last, ''), 'none')"],
  ["status", "d.status"],
  ["label", "d.label"],
  ["teamId", "NULLIF(d.team_id, '')"],
  ["teamName", "t.name"],
  ["assigneeId", "NULLIF(d.assignee_id, '')"],
  ["assigneeName", "p.name"],
  ["acceptance", "NULLIF(d.acceptance, '')"],
  ["purchaseDate", "NULLIF(d.purchase_date, '')"],
  ["warrantyEnd", "NULLIF(d.warranty_end, '')"],
  [
    "replacement",
    `CASE WHEN d.replace_on = '' THEN 'unknown' WHEN d.replace_on <= '${today}' THEN 'due'
      WHEN d.replace_on < '${soon}' THEN 'soon' ELSE 'later' END`,
  ],
  ["replaceOn", "NULLIF(d.replace_on, '')"],
  [
    "cost",
    "CASE WHEN d.cost_amount <> '' THEN OBJECT('amount', d.cost_amount, 'currency', d.cost_currency) END",
  ],
  ["notes", "NULLIF(d.notes, '')"],
  ["disposedOn", "NULLIF(d.disposed_on, '')"],
  ["disposalMethod", "NULLIF(d.disposal_method, '')"],
  ["disposalReference", "NULLIF(d.disposal_reference, '')"],
  ["source", "d.source"],
  ["lastConfirmedAt", "NULLIF(d.last_confirmed_at, '')"],
  ["lastSeenAt", "NULLIF(d.last_seen_at, '')"],
  ["etag", `'"v' || d.version || '"'`],
];

export function bareQueries(database: BareDatabase): BareQueries {
  const sqlite = database.engine === "sqlite";
  const object = sqlite ? "json_object" : "json_build_object";
  const pairs = fields.map(([name, value]) => `'${name}', ${value.replace("OBJECT", object)}`);
  const json = `${object}(${pairs.join(", ")})${sqlite ? "" : "::text"} AS json`;
  const joins = "LEFT JOIN team t ON t.id = d.team_id LEFT JOIN person p ON p.id = d.assignee_id";
  const rowByRow = sqlite ? "instr(d.search_text, ?) > 0" : "strpos(d.search_text, ?) > 0";
  const pattern = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

  const asReader: Reader = {
    engine: database.engine,
    rows: (query) => database.rows(query.sql, query.values),
  };

  async function searched(query: PageQuery & { q: string }) {
    const text = matchKey(query.q);
    const few = sqlite ? await fewHolding(asReader, text, sortableMatches) : null;
    if (few !== null) {
      const where = { sql: "d.seq IN (SELECT value FROM json_each(?))", values: [few.seqs] };
      return { where, total: few.count, totalCapped: false };
    }
    const from = sqlite ? found(text) : sql`device WHERE search_text LIKE ${pattern(text)}`;
    const counted = sql`SELECT CAST(count(*) AS integer) AS n FROM (SELECT 1 FROM ${from} LIMIT ${countedTotalCap + 1}) f`;
    const rows = await database.rows<{ n: number }>(counted.sql, counted.values);
    const n = rows[0]?.n ?? 0;
    const byIndex = sqlite
      ? sql`d.seq IN (SELECT seq FROM ${found(text)})`
      : sql`d.search_text LIKE ${pattern(text)}`;
    const where = n > sortableMatches ? { sql: rowByRow, values: [text] } : byIndex;
    return { where, total: Math.min(n, countedTotalCap), totalCapped: n > countedTotalCap };
  }

  async function filtered({ team, status }: PageQuery) {
    const asked = [
      ["team_id", team],
      ["status", status],
    ].filter(([, value]) => value !== undefined);
    const conditions = (alias: string) =>
      asked.map(([column]) => `${alias}.${column} = ?`).join(" AND ") || "1 = 1";
    const values = asked.map(([, value]) => value);
    const rows = await database.rows<{ n: number }>(
      `SELECT CAST(COALESCE(sum(c.count), 0) AS integer) AS n FROM device_count c WHERE ${conditions("c")}`,
      values,
    );
    return { where: { sql: conditions("d"), values }, total: rows[0]?.n ?? 0, totalCapped: false };
  }

  return {
    async device(id) {
      const rows = await database.rows<{ json: string }>(
        `SELECT ${json} FROM device d ${joins} WHERE d.id = ?`,
        [id],
      );
      return rows[0]?.json ?? null;
    },
    async page(query) {
      const { q } = query;
      const { where, total, totalCapped } = q ? await searched({ ...query, q }) : await filtered(query);
      const after = query.cursor === undefined ? null : keyOf(query.cursor);
      const [row] = await database.rows<{ items: Json | null; places: string }>(
        `SELECT ${putTogether[database.engine].sql} FROM (SELECT ${json}, d.asset_key AS "sortValue", d.asset_key AS "sortKey" FROM device d ${joins}
          WHERE ${where.sql}${after === null ? "" : " AND d.asset_key > ?"} ORDER BY d.asset_key LIMIT ?) r`,
        [...where.values, ...(after === null ? [] : [after]), query.limit + 1],
      );
      const items = row?.items ?? "";
      const places = JSON.parse(row?.places ?? "[]") as [value: string, key: string][];
      const more = places.length > query.limit;
      const next = more ? JSON.stringify(cursorAt("assetTag", places[query.limit - 1]?.[1] ?? "")) : "null";
      const shown = more ? withoutLast(items) : items;
      return around(
        '{"items":[',
        shown,
        `],"total":${total},"totalCapped":${totalCapped},"nextCursor":${next}}`,
      );
    },
    async summary() {
      const [row] = await database.rows<{ groups: Json; total: number }>(
        `SELECT CAST(${sqlite ? "json_group_array" : "json_agg"}(${object}('team', NULLIF(g.team, ''),
           'teamName', g.name, 'status', g.status, 'count', g.count)) AS ${sqlite ? "blob" : "text"}) AS groups,
           CAST(sum(g.count) AS integer) AS total FROM (
           SELECT k.*, t.name FROM (
             SELECT team_id AS team, status, CAST(sum(count) AS integer) AS count FROM device_count GROUP BY 1, 2) k
             LEFT JOIN team t ON t.id = k.team WHERE k.count > 0 ORDER BY t.name_key, k.team, k.status) g`,
        [],
      );
      return around('{"groups":', row?.groups ?? "[]", `,"total":${row?.total ?? 0}}`);
    },
  };
}

/** The same cursors as ours, so that both can be sent the very same address. */
export function cursorAt(sort: string, key: string): string {
  return Buffer.from(JSON.stringify([sort, key, key])).toString("base64url");
}

export function keyOf(cursor: string): string {
  return (JSON.parse(Buffer.from(cursor, "base64url").toString()) as string[])[2] ?? "";
}
