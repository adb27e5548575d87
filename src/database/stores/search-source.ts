import sql, { raw, type Sql } from "sql-template-tag";
import type { Scope } from "../../domain/permission";
import type { SearchKind, SearchText } from "../../domain/search";
import type { Reader } from "../gateway";
import { applicationsWithin } from "./application-scope";
import { found, quoted } from "./device-text-index";
import { within } from "./scope-sql";
import { teamsWithin } from "./team-scope";

/** Where one kind of record is found, and what is shown of it. Column names are ours, never a caller's. */
export interface SearchSource {
  readonly kind: SearchKind;
  /** The rows with their joins, without a search. */
  readonly from: Sql;
  /** What the scope speaks of. */
  readonly scoped: Sql;
  /** SQLite: the same rows as `from`, led by what the scope speaks of. */
  readonly fromScoped: Sql;
  /** SQLite: of the same rows those that hold the text by the trigram index, which leads. */
  readonly fromIndex: (folded: string) => Sql;
  /** What of the rows belongs to this kind. */
  readonly only: Sql | null;
  /** @param plus before a column keeps SQLite from going by its index: a `+` or nothing */
  readonly scope: (scope: Scope, plus: string) => Sql | null;
  readonly id: string;
  readonly titleKey: string;
  /** Further columns that identify the record. */
  readonly keys: readonly string[];
  readonly text: string;
  /** As the key columns keep it. */
  readonly keyOf: (text: SearchText) => string;
  /** The record on whose page this one is shown, where it has none of its own. */
  readonly ownerId?: string;
  readonly title: Sql;
  readonly subtitle: Sql;
  readonly state: Sql;
}

const deviceJoins = raw("LEFT JOIN person h ON h.id = d.assignee_id LEFT JOIN team t ON t.id = d.team_id");

const devices: SearchSource = {
  kind: "device",
  from: sql`device d ${deviceJoins}`,
  scoped: sql`device d`,
  fromScoped: sql`device d ${deviceJoins}`,
  fromIndex: (folded) => sql`${found(folded)} f CROSS JOIN device d ON d.seq = f.seq ${deviceJoins}`,
  only: null,
  scope: (scope, plus) => within(scope, raw(`${plus}d.team_id`), raw(`${plus}d.assignee_id`)),
  id: "d.id",
  titleKey: "d.asset_key",
  keys: ["d.serial_key"],
  text: "d.search_text",
  keyOf: ({ key }) => key,
  title: sql`d.asset_tag`,
  subtitle: sql`trim(d.manufacturer || ' ' || d.model || CASE
    WHEN h.name IS NOT NULL THEN ' · ' || h.name WHEN t.name IS NOT NULL THEN ' · ' || t.name ELSE '' END, ' ·')`,
  state: sql`CASE WHEN d.status IN ('archived', 'undeployable') THEN d.status ELSE '' END`,
};

const people: SearchSource = {
  ...entered("person", "person p", "p.id", "LEFT JOIN team t ON t.id = p.team_id"),
  scope: (scope, plus) => within(scope, raw(`${plus}p.team_id`), raw(`${plus}p.id`)),
  title: sql`p.name`,
  subtitle: sql`p.email || CASE WHEN t.name IS NULL THEN '' ELSE ' · ' || t.name END`,
  state: sql`CASE WHEN p.active = 1 THEN '' ELSE 'left' END`,
};

const teams: SearchSource = {
  ...entered("team", "team t", "t.id", "LEFT JOIN team u ON u.id = t.parent_id"),
  scope: teamsWithin,
  title: sql`t.name`,
  subtitle: sql`COALESCE(u.name, '')`,
  state: sql`''`,
};

const applications: SearchSource = {
  ...entered("application", "application a", "a.id", "LEFT JOIN supplier s ON s.id = a.supplier_id"),
  scope: applicationsWithin,
  title: sql`a.name`,
  subtitle: sql`COALESCE(s.name, '')`,
  state: sql`CASE WHEN a.lifecycle = 'retired' THEN 'retired' ELSE '' END`,
};

const contracts: SearchSource = {
  ...entered(
    "contract",
    "contract c",
    "c.id",
    "JOIN application a ON a.id = c.application_id LEFT JOIN supplier s ON s.id = c.supplier_id",
  ),
  scoped: sql`contract c JOIN application a ON a.id = c.application_id`,
  scope: applicationsWithin,
  title: sql`a.name`,
  subtitle: sql`trim(c.reference || CASE WHEN s.name IS NULL THEN '' ELSE ' · ' || s.name END, ' ·')`,
  state: sql`''`,
  ownerId: "a.id",
};

export const searchSources: readonly SearchSource[] = [devices, applications, people, teams, contracts];

/** A kind that `search_entry` holds; the literal kind lets PostgreSQL take the index of that kind. */
function entered(kind: Exclude<SearchKind, "device">, table: string, id: string, joins: string) {
  const index = `search_${kind}`;
  return {
    kind,
    from: raw(`search_entry e JOIN ${table} ON ${id} = e.record_id ${joins}`),
    scoped: raw(table),
    fromScoped: raw(
      `${table} CROSS JOIN search_entry e ON e.kind = '${kind}' AND e.record_id = ${id} ${joins}`,
    ),
    fromIndex: (folded: string) =>
      sql`(SELECT rowid AS seq FROM ${raw(index)} WHERE search_text MATCH ${quoted(folded)}) f
        CROSS JOIN search_entry e ON e.seq = f.seq ${raw(`JOIN ${table} ON ${id} = e.record_id ${joins}`)}`,
    only: raw(`e.kind = '${kind}'`),
    id: "e.record_id",
    titleKey: "e.title_key",
    keys: ["e.exact_key"],
    text: "e.search_text",
    keyOf: ({ folded }: SearchText) => folded,
  };
}

/** The rows that hold the text, by the trigram index. */
export function byIndex(reader: Reader, source: SearchSource, folded: string): { from: Sql; where: Sql } {
  if (reader.engine === "postgres") return { from: source.from, where: containsLike(source, folded) };
  // The index folds case in its own way, so what it finds is looked at again.
  return { from: source.fromIndex(folded), where: contains(reader, source, folded) };
}

/** Row by row, for walking rows in their own order. */
export function contains(reader: Reader, { text }: SearchSource, folded: string): Sql {
  return reader.engine === "sqlite"
    ? sql`instr(${raw(text)}, ${folded}) > 0`
    : sql`strpos(${raw(text)}, ${folded}) > 0`;
}

function containsLike({ text }: SearchSource, folded: string): Sql {
  return sql`${raw(text)} LIKE ${`%${folded.replace(/[\\%_]/g, "\\$&")}%`}`;
}

/**
 * A column that begins with the text, over its index. The range alone is exact on SQLite; PostgreSQL orders by language,
 * where it holds a little more.
 */
export function begins(reader: Reader, column: string, text: string): Sql {
  const name = raw(column);
  const range = sql`${name} >= ${text} AND ${name} < ${`${text}\u{10FFFF}`}`;
  return reader.engine === "sqlite" ? range : sql`${range} AND starts_with(${name}, ${text})`;
}

/** The same, row by row. */
export function beginsAlone(reader: Reader, column: string, text: string): Sql {
  const name = raw(column);
  return reader.engine === "sqlite" ? sql`instr(${name}, ${text}) = 1` : sql`starts_with(${name}, ${text})`;
}
