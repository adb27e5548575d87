import { setImmediate as breathe } from "node:timers/promises";
import sql, { type Sql } from "sql-template-tag";
import type { NamedManager } from "../../../domain/graph-sync/home-team";
import { firstRow, type Reader } from "../../gateway";

/** So many accounts that an engine looks through them in a few milliseconds. */
const rangeSize = 1_000;

/**
 * Walks through the accounts of a sync range by range and lets others in between: no statement ever looks at all of
 * them, because the embedded database blocks while it does.
 * @param work is given the condition on `a.person_id` of one range
 */
export async function inRanges(
  reader: Reader,
  syncId: string,
  work: (range: Sql) => Promise<void>,
  size = rangeSize,
): Promise<void> {
  for (let after = ""; ; ) {
    const last = await firstRow<{ id: string | null }>(
      reader,
      sql`SELECT max(f.person_id) AS id FROM (SELECT a.person_id FROM graph_account a
        WHERE a.sync_id = ${syncId} AND a.person_id > ${after} ORDER BY a.person_id LIMIT ${size}) f`,
    );
    const until = last?.id ?? null;
    if (until === null) return;
    await work(sql`a.person_id > ${after} AND a.person_id <= ${until}`);
    after = until;
    await breathe();
  }
}

const staff = sql`a.enabled = 1 AND a.guest = 0`;

/** How often each person is named as manager in each department, of accounts that are enabled. */
export async function managersByDepartment(reader: Reader, syncId: string): Promise<NamedManager[]> {
  const found = new Map<string, { department: string; managerId: string; n: number }>();
  await inRanges(reader, syncId, async (range) => {
    const rows = await reader.rows<NamedManager>(sql`
      SELECT a.department, a.manager_id AS "managerId", CAST(count(*) AS integer) AS n FROM graph_account a
       WHERE a.sync_id = ${syncId} AND ${range} AND ${staff} AND a.department <> ''
       GROUP BY a.department, a.manager_id ORDER BY a.department, a.manager_id`);
    for (const row of rows) {
      const key = JSON.stringify([row.department, row.managerId]);
      const before = found.get(key);
      if (before) before.n += row.n;
      else found.set(key, { ...row });
    }
  });
  return [...found.values()];
}

/** From which departments and groups the people at work have their home teams. */
export async function homeKeys(reader: Reader, syncId: string): Promise<Set<string>> {
  const found = new Set<string>();
  await inRanges(reader, syncId, async (range) => {
    const rows = await reader.rows<{ key: string }>(sql`SELECT DISTINCT a.home_key AS key FROM graph_account a
      WHERE a.sync_id = ${syncId} AND ${range} AND ${staff} AND a.home_key <> ''`);
    for (const { key } of rows) found.add(key);
  });
  return found;
}

/** How many people were at work in one sync, and how many of them another one does not find there any more. */
export async function countGone(
  reader: Reader,
  beforeId: string,
  syncId: string,
): Promise<{ readonly before: number; readonly gone: number }> {
  let [before, gone] = [0, 0];
  await inRanges(reader, beforeId, async (range) => {
    const row = await firstRow<{ before: number; gone: number }>(
      reader,
      sql`SELECT CAST(count(*) AS integer) AS before,
            CAST(count(CASE WHEN n.person_id IS NULL OR n.enabled <> 1 OR n.guest <> 0 THEN 1 END) AS integer) AS gone
          FROM graph_account a LEFT JOIN graph_account n ON n.sync_id = ${syncId} AND n.person_id = a.person_id
         WHERE a.sync_id = ${beforeId} AND ${range} AND ${staff}`,
    );
    before += row?.before ?? 0;
    gone += row?.gone ?? 0;
  });
  return { before, gone };
}
