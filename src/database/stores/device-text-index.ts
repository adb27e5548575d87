import sql, { join, type Sql } from "sql-template-tag";
import { firstRow, type Reader } from "../gateway";

/** Of the devices that hold a text: their numbers as a JSON array, and how many they are. */
interface Holding {
  readonly seqs: string;
  readonly count: number;
}

/** With fewer letters than this the whole text is looked up as quickly as parts of it. */
const leastLetters = 9;
const mostParts = 4;

/** The `seq` of devices by SQLite's index of trigrams alone, which counts far faster than with the devices joined to it. */
export function found(text: string): Sql {
  return holding([text]);
}

/**
 * The devices that hold the text, when they are no more than `most`: found once, for their number and for the page. Null
 * when there are more. SQLite only, which has the whole text follow the lists of all its trigrams: of a name, parts are
 * common enough and few enough to be looked up alone, and the devices are looked at. Tags and serial numbers are alike in their parts.
 */
export async function fewHolding(reader: Reader, text: string, most: number): Promise<Holding | null> {
  if (text.length >= leastLetters && !/\d/.test(text)) {
    const held = await heldAmong(reader, text, most);
    if (held !== null) return held;
  }
  const all = await firstRow<Holding>(
    reader,
    sql`SELECT json_group_array(f.seq) AS seqs, count(*) AS count
          FROM (SELECT seq FROM ${found(text)} LIMIT ${most + 1}) f`,
    "often",
  );
  return all === null || all.count > most ? null : all;
}

/** Null when too many hold the parts to look at each. */
async function heldAmong(reader: Reader, text: string, most: number): Promise<Holding | null> {
  const among = await firstRow<Holding & { readonly lookedAt: number }>(
    reader,
    sql`SELECT json_group_array(c.seq) FILTER (WHERE c.holds) AS seqs, COALESCE(sum(c.holds), 0) AS count,
               count(*) AS "lookedAt"
          FROM (SELECT d.seq, instr(d.search_text, ${text}) > 0 AS holds
                  FROM (SELECT seq FROM ${holding(partsOf(text))} LIMIT ${most + 1}) f
                  CROSS JOIN device d ON d.seq = f.seq) c`,
    "often",
  );
  return among === null || among.lookedAt > most ? null : among;
}

/** Each of the texts; of devices that the index has yet to learn (`device-search-due.ts`) the devices tell. */
function holding(texts: readonly string[]): Sql {
  const held = texts.map((text) => sql`instr(d.search_text, ${text}) > 0`);
  return sql`(
    SELECT rowid AS seq FROM device_search WHERE device_search MATCH ${texts.map(quoted).join(" AND ")}
       AND rowid NOT IN (SELECT seq FROM device_search_due)
    UNION ALL SELECT u.seq FROM device_search_due u CROSS JOIN device d ON d.seq = u.seq WHERE ${join(held, " AND ")})`;
}

/** As one phrase of an FTS5 query. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Trigrams from the first to the last, as far apart as may be. */
export function partsOf(text: string): readonly string[] {
  const letters = Array.from(text);
  const last = letters.length - 3;
  const count = Math.min(mostParts, Math.ceil(letters.length / 3));
  const starts = Array.from({ length: count }, (_, at) => Math.round((at * last) / Math.max(count - 1, 1)));
  return starts.map((start) => letters.slice(start, start + 3).join(""));
}
