import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Scope } from "../../domain/permission";
import {
  countedMatches,
  type SearchGroup,
  type SearchHit,
  type SearchKind,
  type SearchState,
  type SearchText,
} from "../../domain/search";
import { orNull } from "../entities/columns";
import type { Reader } from "../gateway";
import { allOf } from "./scope-sql";
import { begins, beginsAlone, byIndex, contains, type SearchSource, searchSources } from "./search-source";

const usual = {
  /** More matches than these are not sorted, nor counted on. */
  sortable: countedMatches,
  /** A scope that reaches no more rows of a kind is looked through row by row: an index would find those of others too. */
  narrow: 5_000,
};

/**
 * What the scope reaches of the named kinds, best first, at most `limit` of each. Time is bounded however many match:
 * a few are sorted; of many, the list is walked in its order until the limit is reached.
 */
export async function searchRecords(
  reader: Reader,
  scope: Scope,
  kinds: readonly SearchKind[],
  text: SearchText,
  limit: number,
  bounds = usual,
): Promise<SearchGroup[]> {
  const asked = searchSources.filter(({ kind }) => kinds.includes(kind));
  return Promise.all(asked.map((source) => searchOne({ reader, source, scope, text, limit, bounds })));
}

interface Search {
  readonly reader: Reader;
  readonly source: SearchSource;
  readonly scope: Scope;
  readonly text: SearchText;
  readonly limit: number;
  readonly bounds: typeof usual;
}

async function searchOne(search: Search): Promise<SearchGroup> {
  const { reader, source, limit, bounds } = search;
  const { sortable } = bounds;
  const narrow = await isNarrow(search);
  const rows = narrow ? ownRows(search) : indexedRows(search);
  const [count] = await reader.rows<{ n: number }>(
    sql`SELECT CAST(count(*) AS integer) AS n
          FROM (SELECT 1 FROM ${rows.from} WHERE ${rows.where} LIMIT ${sortable + 1}) found`,
  );
  const found = count?.n ?? 0;
  const hits =
    found > sortable && !narrow ? await walk(search) : found === 0 ? [] : await sorted(search, rows);
  return {
    kind: source.kind,
    hits: hits.slice(0, limit),
    total: Math.min(found, sortable),
    totalCapped: found > sortable,
  };
}

async function isNarrow({ reader, source, scope, bounds }: Search): Promise<boolean> {
  if (scope.kind !== "teams") return scope.kind === "self";
  const reached = allOf([source.scope(scope, "")]);
  const [row] = await reader.rows<{ n: number }>(
    sql`SELECT CAST(count(*) AS integer) AS n
          FROM (SELECT 1 FROM ${source.scoped} WHERE ${reached} LIMIT ${bounds.narrow + 1}) reached`,
  );
  return (row?.n ?? 0) <= bounds.narrow;
}

function ownRows(search: Search): Rows {
  const { reader, source, scope, text } = search;
  const key = source.keyOf(text);
  const starts = [source.titleKey, ...source.keys].map((column) => beginsAlone(reader, column, key));
  const matching = text.short ? sql`(${join(starts, " OR ")})` : contains(reader, source, text.folded);
  const from = reader.engine === "sqlite" ? source.fromScoped : source.from;
  return { from, where: allOf([matching, source.only, source.scope(scope, "")]) };
}

function indexedRows(search: Search): Rows {
  const { reader, source, text } = search;
  const { from, where } = text.short ? beginning(search) : byIndex(reader, source, text.folded);
  return { from, where: within(search, where) };
}

interface Rows {
  readonly from: Sql;
  readonly where: Sql;
}

async function sorted(search: Search, { from, where }: Rows): Promise<SearchHit[]> {
  const { reader, source, text, limit } = search;
  const key = source.keyOf(text);
  const standing = sql`CASE WHEN ${exactly(search)} THEN 0
    WHEN ${beginsAlone(reader, source.titleKey, key)} THEN 1 ELSE 2 END`;
  return read(search, sql`${from} WHERE ${where} ORDER BY ${standing}, ${inOrder(source)} LIMIT ${limit}`);
}

/** Exact ones, then titles that begin so, then the rest: each by an index, and only as long as there is room. */
async function walk(search: Search): Promise<SearchHit[]> {
  const { reader, source, text, limit } = search;
  const key = source.keyOf(text);
  const inText = contains(reader, source, text.folded);
  const steps = [
    exactly(search),
    begins(reader, source.titleKey, key),
    text.short
      ? join(
          source.keys.map((column) => beginsAlone(reader, column, key)),
          " OR ",
        )
      : inText,
  ];
  const found = new Map<string, SearchHit>();
  for (const step of steps) {
    if (found.size >= limit) break;
    const where = within(search, text.short ? sql`(${step})` : sql`(${step}) AND ${inText}`);
    const rows = sql`${source.from} WHERE ${where} ORDER BY ${inOrder(source)} LIMIT ${limit}`;
    for (const hit of await read(search, rows)) if (!found.has(hit.id)) found.set(hit.id, hit);
  }
  return [...found.values()];
}

/** Titles and keys that begin with a text too short for the trigram index. */
function beginning({ reader, source, text }: Search): Rows {
  const columns = [source.titleKey, ...source.keys];
  const any = join(
    columns.map((column) => sql`(${begins(reader, column, source.keyOf(text))})`),
    " OR ",
  );
  return { from: source.from, where: sql`(${any})` };
}

function exactly({ source, text }: Search): Sql {
  const columns = [source.titleKey, ...source.keys];
  return sql`(${join(
    columns.map((column) => sql`${raw(column)} = ${source.keyOf(text)}`),
    " OR ",
  )})`;
}

/** Of a wide scope: the index of what is looked for leads, not that of the teams. */
function within({ reader, source, scope }: Search, condition: Sql): Sql {
  return allOf([condition, source.only, source.scope(scope, reader.engine === "sqlite" ? "+" : "")]);
}

function inOrder({ titleKey, id }: SearchSource): Sql {
  return sql`${raw(titleKey)}, ${raw(id)}`;
}

interface HitRead {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly state: string;
  readonly ownerId: string;
}

async function read({ reader, source }: Search, rows: Sql): Promise<SearchHit[]> {
  const found = await reader.rows<HitRead>(sql`
    SELECT ${raw(source.id)} AS id, ${source.title} AS title, ${source.subtitle} AS subtitle, ${source.state} AS state,
           ${raw(source.ownerId ?? "''")} AS "ownerId"
      FROM ${rows}`);
  return found.map(({ id, title, subtitle, state, ownerId }) => ({
    kind: source.kind,
    id,
    title,
    subtitle: orNull(subtitle),
    state: orNull(state) as SearchState | null,
    ownerId: orNull(ownerId),
  }));
}
