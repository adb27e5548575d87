import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import type { DeviceFilter, DeviceSort } from "../../domain/device-query";
import { matchKey, serialKey } from "../../domain/match-key";
import { countedTotalCap, type JsonPage, type PageRequest } from "../../domain/page";
import type { Scope } from "../../domain/permission";
import { readSearch } from "../../domain/search";
import { firstRow, type Reader } from "../gateway";
import { keptTotal } from "./device-count-store";
import { hasOsSupport, hasReplacement } from "./device-lifecycle";
import { viewJoins, viewJson } from "./device-row";
import { fewHolding, found } from "./device-text-index";
import { jsonItems } from "./json-page";
import { allOf, containing, within } from "./scope-sql";

const sortColumns: Readonly<Record<DeviceSort, string>> = {
  assetTag: "asset_key",
  model: "model_key",
  status: "status",
  warrantyEnd: "warranty_end",
  lastConfirmedAt: "last_confirmed_at",
};

/**
 * Above so many matches the list is walked in its order until the page is full, instead of sorting them all: by a search,
 * and on SQLite, whose planner does not know how many there are, by filters too.
 */
const sortableMatches = 1_000;

/** What SQLite walks in the order of the list. */
const sortIndexes: Readonly<Record<DeviceSort, string>> = {
  assetTag: "device_asset",
  model: "device_model_asset",
  status: "device_status_asset",
  warrantyEnd: "device_warranty_asset",
  lastConfirmedAt: "device_confirmed_asset",
};

/** A device's view as JSON text. */
export interface ListedDevice {
  readonly json: string;
  readonly version: number;
}

export function findListed(
  reader: Reader,
  id: string,
  scope: Scope,
  now: Date,
): Promise<ListedDevice | null> {
  const where = allOf([sql`d.id = ${id}`, within(scope, sql`d.team_id`, sql`d.assignee_id`)]);
  return firstRow(
    reader,
    sql`SELECT ${viewJson(reader, now)} AS json, d.version FROM device d ${viewJoins} WHERE ${where}`,
  );
}

/** One page of devices in the caller's scope, in keyset order. */
export async function devicePage(
  reader: Reader,
  scope: Scope,
  filter: DeviceFilter,
  page: PageRequest<DeviceSort>,
  now: Date,
): Promise<JsonPage> {
  const { search, ...plain } = filter;
  const asked = [within(scope, sql`d.team_id`, sql`d.assignee_id`), ...conditionsOf(plain, now)];
  const conditions = asked.filter((condition) => condition !== null);
  const where = allOf(conditions);
  const text = search === undefined ? null : readSearch(search);
  if (text === null) {
    const kept = await keptTotal(reader, scope, plain);
    const total =
      kept === null
        ? await cappedCount(reader, sql`device d WHERE ${where}`)
        : { total: kept, totalCapped: false };
    const walk = total.total > sortableMatches && !isIndexed(plain, page.sort);
    return { ...(await pageItems(reader, where, page, now, walk)), ...total };
  }
  if (text.short) {
    const starting = allOf([where, startsWith(reader, text.key)]);
    const total = await cappedCount(reader, sql`device d WHERE ${starting}`);
    return { ...(await pageItems(reader, starting, page, now)), ...total };
  }
  const byText = reader.engine === "sqlite" && conditions.length === 0;
  const few = byText ? await fewHolding(reader, text.folded, sortableMatches) : null;
  if (few !== null) {
    const held = sql`d.seq IN (SELECT value FROM json_each(${few.seqs}))`;
    return { ...(await pageItems(reader, held, page, now)), total: few.count, totalCapped: false };
  }
  const matching = allOf([where, matches(reader, text.folded)]);
  const total = await cappedCount(reader, byText ? found(text.folded) : sql`device d WHERE ${matching}`);
  const walked = allOf([where, contains(reader, text.folded)]);
  const walk = total.total > sortableMatches;
  return { ...(await pageItems(reader, walk ? walked : matching, page, now, walk)), ...total };
}

/** The next devices of a list, uncounted: for walking it from end to end. */
export function devicePiece(
  reader: Reader,
  scope: Scope,
  { search, ...plain }: DeviceFilter,
  page: PageRequest<DeviceSort>,
  now: Date,
): Promise<Pick<JsonPage, "items" | "next">> {
  const text = search === undefined ? null : readSearch(search);
  const searched = text && (text.short ? startsWith(reader, text.key) : contains(reader, text.folded));
  const scoped = within(scope, sql`d.team_id`, sql`d.assignee_id`);
  const where = allOf([scoped, ...conditionsOf(plain, now), searched]);
  return pageItems(reader, where, page, now);
}

function conditionsOf(filter: Omit<DeviceFilter, "search">, now: Date): (Sql | null)[] {
  const { teamIds, status, type, assigneeId, acceptance, assetTag, serial, warrantyBefore } = filter;
  const { archived, osSupport, replacement } = filter;
  return [
    teamIds === undefined
      ? null
      : teamIds.length === 1
        ? sql`d.team_id = ${teamIds[0]}`
        : sql`d.team_id IN (${join(teamIds)})`,
    status === undefined ? null : sql`d.status = ${status}`,
    type === undefined ? null : sql`d.type = ${type}`,
    filter.label === undefined ? null : sql`d.label = ${filter.label}`,
    assigneeId === undefined ? null : sql`d.assignee_id = ${assigneeId}`,
    filter.disposalMethod === undefined ? null : sql`d.disposal_method = ${filter.disposalMethod}`,
    acceptance === undefined ? null : sql`d.acceptance <> '' AND d.acceptance = ${acceptance}`,
    assetTag === undefined ? null : sql`d.asset_key = ${matchKey(assetTag)}`,
    serial === undefined ? null : sql`d.serial_key = ${serialKey(serial) ?? matchKey(serial)}`,
    warrantyBefore === undefined ? null : sql`d.warranty_end <> '' AND d.warranty_end < ${warrantyBefore}`,
    archived === undefined ? null : archived ? sql`d.status = 'archived'` : sql`d.status <> 'archived'`,
    osSupport === undefined ? null : hasOsSupport(osSupport, now),
    replacement === undefined ? null : hasReplacement(replacement, now),
  ];
}

function pageItems(
  reader: Reader,
  where: Sql,
  page: PageRequest<DeviceSort>,
  now: Date,
  walk = false,
): Promise<Pick<JsonPage, "items" | "next">> {
  const name = sortColumns[page.sort];
  const direction = raw(page.descending ? "DESC" : "ASC");
  const beyond = raw(page.descending ? "<" : ">");
  const column = raw(`d.${name}`);
  const byKey = page.sort === "assetTag";
  const after =
    page.after &&
    (byKey
      ? sql`d.asset_key ${beyond} ${page.after[1]}`
      : sql`(${column}, d.asset_key) ${beyond} (${page.after[0]}, ${page.after[1]})`);
  const order = byKey ? sql`d.asset_key ${direction}` : sql`${column} ${direction}, d.asset_key ${direction}`;
  const rows = sql`
    SELECT ${viewJson(reader, now)} AS json, ${column} AS "sortValue", d.asset_key AS "sortKey"
    FROM device d ${walk ? alongIndex(reader, page.sort) : empty} ${viewJoins} WHERE ${allOf([where, after])} ORDER BY ${order} LIMIT ${page.limit + 1}`;
  return jsonItems(reader, rows, page.limit);
}

function alongIndex({ engine }: Reader, sort: DeviceSort): Sql {
  return engine === "sqlite" ? raw(`INDEXED BY ${sortIndexes[sort]}`) : empty;
}

/** There is an index that has these devices in the order of the list, and every planner finds it. */
function isIndexed({ teamIds, ...others }: Omit<DeviceFilter, "search">, sort: DeviceSort): boolean {
  const asked = Object.entries(others).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (teamIds === undefined && asked.length === 0) return true;
  return (
    sort === "assetTag" && (teamIds?.length ?? 1) === 1 && asked.every((name) => indexedByAsset.has(name))
  );
}

const indexedByAsset = new Set(["status", "type", "label", "acceptance", "assigneeId"]);

type Total = Pick<JsonPage, "total" | "totalCapped">;

async function cappedCount(reader: Reader, from: Sql): Promise<Total> {
  const [row] = await reader.rows<{ n: number }>(
    sql`SELECT CAST(count(*) AS integer) AS n FROM (SELECT 1 FROM ${from} LIMIT ${countedTotalCap + 1}) found`,
    "often",
  );
  const found = row?.n ?? 0;
  return { total: Math.min(found, countedTotalCap), totalCapped: found > countedTotalCap };
}

/** By the trigram index. */
function matches(reader: Reader, text: string): Sql {
  return reader.engine === "sqlite"
    ? sql`d.seq IN (SELECT seq FROM ${found(text)})`
    : sql`d.search_text LIKE ${containing(text)}`;
}

/** Row by row, for walking the list in its own order. */
function contains(reader: Reader, text: string): Sql {
  return reader.engine === "sqlite"
    ? sql`instr(d.search_text, ${text}) > 0`
    : sql`strpos(d.search_text, ${text}) > 0`;
}

/** Too short for the trigram index: the beginning of an asset tag or serial number. */
function startsWith(reader: Reader, text: string): Sql {
  if (reader.engine === "postgres") {
    const pattern = containing(text).slice(1);
    return sql`(d.asset_key LIKE ${pattern} OR d.serial_key LIKE ${pattern})`;
  }
  const end = `${text}\u{10FFFF}`;
  return sql`((d.asset_key >= ${text} AND d.asset_key < ${end}) OR (d.serial_key >= ${text} AND d.serial_key < ${end}))`;
}
