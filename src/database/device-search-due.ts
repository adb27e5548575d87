import { setImmediate as otherRequests } from "node:timers/promises";

/*
 * SQLite's trigram index makes a piece of its own of whatever one commit brings it, and joins the pieces later: for one
 * device after the other that is most of the work of saving it. Triggers therefore only note which devices the index has
 * yet to learn, with the text that it has of them now; a search looks at these few themselves (`device-text-index.ts`).
 */

/** As many as a search looks at without being felt to. More are handed to the index before the commit that makes them so. */
export const mostDue = 128;

/** In one go: others are served in between. */
export const indexedAtOnce = 256;

const first = `(SELECT seq, indexed_text FROM device_search_due ORDER BY seq LIMIT ${indexedAtOnce})`;

export const countDue = "SELECT count(*) AS n FROM device_search_due";

/** Hands the first of what is due to the index; in this order, in one transaction. */
export const indexFirst = [
  `INSERT INTO device_search(device_search, rowid, search_text)
     SELECT 'delete', u.seq, u.indexed_text FROM ${first} u WHERE u.indexed_text IS NOT NULL`,
  `INSERT INTO device_search(rowid, search_text)
     SELECT d.seq, d.search_text FROM ${first} u CROSS JOIN device d ON d.seq = u.seq`,
  `DELETE FROM device_search_due WHERE seq IN (SELECT seq FROM ${first})`,
];

type Query = <T>(text: string, values?: unknown[]) => Promise<T>;

/** At the end of a transaction: all that is due, when it is as much as `least`. */
export async function indexDue(query: Query, least = mostDue): Promise<void> {
  const [counted] = await query<{ n: number }[]>(countDue);
  const due = counted?.n ?? 0;
  if (due < least) return;
  for (let left = due; left > 0; left -= indexedAtOnce) {
    if (left < due) await otherRequests();
    for (const text of indexFirst) await query(text);
  }
}

/** In pages of the index: some hundredths of a second. */
const mergedAtOnce = 200;

/**
 * Makes one piece of the whole index, so that nothing is left in it of texts that have gone: a deletion is only noted in
 * the newest piece, and the oldest would go on holding a name.
 * @param transaction one for each step, so that others may write in between
 */
export async function forgetIndexed(
  transaction: <T>(work: (query: Query) => Promise<T>) => Promise<T>,
): Promise<void> {
  await transaction((query) => indexDue(query, 1));
  // https://www.sqlite.org/fts5.html: a negative number begins, and a step that changes less than two rows was the last.
  let pages = -mergedAtOnce;
  while ((await transaction((query) => rowsChanged(query, pages))) >= 2) pages = mergedAtOnce;
}

async function rowsChanged(query: Query, pages: number): Promise<number> {
  const changes = "SELECT total_changes() AS n";
  const [before] = await query<{ n: number }[]>(changes);
  await query("INSERT INTO device_search(device_search, rank) VALUES ('merge', ?)", [pages]);
  const [after] = await query<{ n: number }[]>(changes);
  return (after?.n ?? 0) - (before?.n ?? 0);
}
