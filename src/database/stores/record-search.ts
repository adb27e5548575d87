import sql, { type Sql } from "sql-template-tag";
import { readSearch } from "../../domain/search";
import type { Reader } from "../gateway";
import { allOf } from "./scope-sql";
import type { EnteredKind } from "./search-index";
import { byIndex, contains, searchSources } from "./search-source";

/**
 * Of a list, the records that hold the text anywhere, as the search over everything finds them: `sian` finds Siân in
 * both. Null when there is nothing to look for.
 * @param id the column of the list that names the record
 */
export function holding(reader: Reader, kind: EnteredKind, id: Sql, typed: string | undefined): Sql | null {
  const text = typed === undefined ? null : readSearch(typed);
  const source = searchSources.find((each) => each.kind === kind);
  if (text === null || source === undefined) return null;
  const { from, where } = text.short
    ? { from: source.from, where: contains(reader, source, text.folded) }
    : byIndex(reader, source, text.folded);
  return sql`${id} IN (SELECT e.record_id FROM ${from} WHERE ${allOf([where, source.only])})`;
}
