import sql, { join, raw, type Sql } from "sql-template-tag";
import type { UseBand } from "../../../domain/licence/use-band";
import { matchKey } from "../../../domain/match-key";
import { countedTotalCap, type Page, type PageRequest } from "../../../domain/page";
import { firstRow, type Reader } from "../../gateway";
import { named } from "../name-search";
import { allOf, containing } from "../scope-sql";
import { inRanges } from "./staged-range";

/** Somebody who holds a licence as JSON text with `holderFields`, and the ways in which it came, JSON too. */
export interface ListedHolder {
  readonly personId: string;
  readonly json: string;
  readonly ways: string;
}

export interface HolderFilter {
  readonly useBand: UseBand | undefined;
  readonly search: string | undefined;
}

type HolderRead = ListedHolder & { readonly nameKey: string };

/** Above so many matches a search walks the list in its order instead of sorting them all. */
const sortableMatches = 1_000;

interface Asked extends HolderFilter {
  readonly syncId: string;
  readonly skuId: string;
}

/** Who holds a SKU, by name; nobody while no people are in force. */
export async function holderPage(
  reader: Reader,
  skuId: string,
  filter: HolderFilter,
  page: PageRequest<"name">,
): Promise<Page<ListedHolder>> {
  const people = await firstRow<{ syncId: string }>(
    reader,
    sql`SELECT q.sync_id AS "syncId" FROM graph_part q WHERE q.name = 'people'`,
  );
  if (people === null) return { items: [], total: 0, totalCapped: false, next: null };
  const asked = { ...filter, skuId, syncId: people.syncId };
  const found = filter.search ? await idsFound(reader, asked, filter.search) : null;
  const rows = await rowsInOrder(
    reader,
    asked,
    page,
    found === null ? null : searched(reader, found, filter.search),
  );
  const items = rows.slice(0, page.limit);
  const last = items.at(-1);
  return {
    items,
    total: found === null ? await keptTotal(reader, asked) : Math.min(found.length, countedTotalCap),
    totalCapped: found !== null && found.length > countedTotalCap,
    next: rows.length > page.limit && last !== undefined ? [last.nameKey, last.personId] : null,
  };
}

/** Few are fetched and sorted; for many the list is walked in its order until the page is full. */
function searched(reader: Reader, found: readonly string[], search = ""): Sql {
  if (found.length > sortableMatches) return calledOrAddressed(reader, search);
  return found.length === 0 ? sql`1 = 0` : sql`h.person_id IN (${join([...found])})`;
}

async function keptTotal(reader: Reader, { syncId, skuId, useBand }: Asked): Promise<number> {
  const row = await firstRow<{ n: number }>(
    reader,
    sql`SELECT CAST(COALESCE(sum(c.count), 0) AS integer) AS n FROM graph_seat_count c WHERE ${allOf([
      sql`c.sync_id = ${syncId} AND c.sku_id = ${skuId}`,
      useBand === undefined ? null : sql`c.use_band = ${useBand}`,
    ])}`,
  );
  return row?.n ?? 0;
}

/** The fields of a holder in the order of an answer; JSON and truth are said otherwise on each engine. */
const fields = [
  ["personId", "h.person_id"],
  ["name", "a.name"],
  ["email", "a.email"],
  ["teamId", "NULLIF(p.team_id, '')"],
  ["assignedBy", { sqlite: "json(h.ways)", postgres: "h.ways::json" }],
  ["state", "h.state"],
  ["useBand", "h.use_band"],
  ["lastUsedAt", "NULLIF(a.last_used_at, '')"],
  [
    "accountEnabled",
    { sqlite: "json(CASE h.enabled WHEN 1 THEN 'true' ELSE 'false' END)", postgres: "h.enabled = 1" },
  ],
] as const;

export const holderFields: readonly string[] = fields.map(([name]) => name);

/** Rows as JSON text: to build them as objects and encode them again takes longer than to read them. */
const jsonOf = (engine: Reader["engine"]) => {
  const pairs = fields.map(
    ([name, value]) => `'${name}', ${typeof value === "string" ? value : value[engine]}`,
  );
  return engine === "sqlite" ? `json_object(${pairs.join()})` : `json_build_object(${pairs.join()})::text`;
};

const selected = {
  sqlite: select("sqlite"),
  postgres: select("postgres"),
};

function select(engine: Reader["engine"]): Sql {
  return raw(`SELECT ${jsonOf(engine)} AS json, h.ways, h.person_id AS "personId", h.name_key AS "nameKey"
    FROM graph_holding h JOIN graph_account a ON a.sync_id = h.sync_id AND a.person_id = h.person_id
    LEFT JOIN person p ON p.id = h.person_id`);
}

const conditionsOf = ({ syncId, skuId, useBand }: Asked) => [
  sql`h.sync_id = ${syncId} AND h.sku_id = ${skuId}`,
  useBand === undefined ? null : sql`h.use_band = ${useBand}`,
];

const calledOrAddressed = (reader: Reader, search: string) => sql`(${named(reader, sql`h.name_key`, search)}
  OR lower(a.email) LIKE ${containing(matchKey(search))} ESCAPE '\\')`;

/** Along the index of the order, until the page is full. */
function rowsInOrder(
  reader: Reader,
  asked: Asked,
  { after, descending, limit }: PageRequest<"name">,
  search: Sql | null,
): Promise<HolderRead[]> {
  const place = after && sql`(${after[0]}, ${after[1]})`;
  const beyond =
    place &&
    (descending ? sql`(h.name_key, h.person_id) < ${place}` : sql`(h.name_key, h.person_id) > ${place}`);
  const where = allOf([...conditionsOf(asked), search, beyond]);
  const order = descending ? sql`h.name_key DESC, h.person_id DESC` : sql`h.name_key, h.person_id`;
  return reader.rows<HolderRead>(
    sql`${selected[reader.engine]} WHERE ${where} ORDER BY ${order} LIMIT ${limit + 1}`,
  );
}

/** Looked for range by range, so that nobody waits for a look at all of them, and no further than totals are told. */
async function idsFound(reader: Reader, asked: Asked, search: string): Promise<string[]> {
  const found: string[] = [];
  await inRanges(reader, asked.syncId, async (range) => {
    if (found.length > countedTotalCap) return;
    const rows = await reader.rows<{ id: string }>(sql`
      SELECT h.person_id AS id FROM graph_account a
        JOIN graph_holding h ON h.sync_id = a.sync_id AND h.person_id = a.person_id
       WHERE ${allOf([...conditionsOf(asked), range, calledOrAddressed(reader, search)])}`);
    found.push(...rows.map(({ id }) => id));
  });
  return found;
}
