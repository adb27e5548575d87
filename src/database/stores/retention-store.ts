import sql, { type Sql } from "sql-template-tag";
import type { Day, Instant } from "../../domain/instant";
import type { RetentionDays, RetentionKind } from "../../domain/retention";
import { firstRow, type Reader, type Writer } from "../gateway";
import { rolloutPeople } from "./rollout/rollout-expiry-store";

export async function decidedRetention(reader: Reader): Promise<RetentionDays> {
  const rows = await reader.rows<{ kind: RetentionKind; days: number }>(
    sql`SELECT kind, days FROM retention_setting`,
  );
  return new Map(rows.map(({ kind, days }) => [kind, days]));
}

export async function saveRetention(tx: Writer, decided: RetentionDays): Promise<void> {
  for (const [kind, days] of decided) {
    await tx.run(sql`INSERT INTO retention_setting (kind, days) VALUES (${kind}, ${days})
      ON CONFLICT (kind) DO UPDATE SET days = excluded.days`);
  }
}

/** What the audit log calls whoever acted, once its time is over. */
export const expiredActor = "expired";

/** The keys of what is past its time, as one query per kind. */
function pastTime(kind: RetentionKind, before: Instant): Sql {
  switch (kind) {
    case "leavers":
      return sql`SELECT l.person_id AS key FROM leaver l JOIN person p ON p.id = l.person_id
        WHERE l.since < ${before} AND p.active = 0
          AND NOT EXISTS (SELECT 1 FROM device d WHERE d.assignee_id = l.person_id)`;
    case "check-in-answers":
      return sql`SELECT d.id AS key FROM delivery d JOIN check_in c ON c.id = d.check_in_id
        WHERE c.closes_at < ${before} AND c.state = 'closed' AND d.person_id NOT LIKE 'erased-%'`;
    case "device-problems":
      return sql`SELECT b.id AS key FROM device_problem b
        WHERE b.resolved_at <> '' AND b.resolved_at < ${before}`;
    case "conversations":
      return sql`SELECT c.person_id AS key FROM conversation c
        WHERE c.removed_at <> '' AND c.removed_at < ${before}`;
    case "import-runs":
      return sql`SELECT i.id AS key FROM import_run i WHERE i.at < ${before}`;
    case "survey-comments":
      return sql`SELECT c.id AS key FROM survey_comment c JOIN survey s ON s.id = c.survey_id
        WHERE s.closed_at <> '' AND s.closed_at < ${before}`;
    case "rollouts":
      return rolloutPeople(before);
    case "findings":
      return sql`SELECT f.id AS key FROM finding f WHERE f.present = 0 AND f.last_seen_at < ${before}`;
    case "vendor-changes":
      return sql`SELECT v.id AS key FROM vendor_change v WHERE v.last_seen_at < ${before}`;
    case "notes":
      return sql`SELECT n.id AS key FROM note n WHERE n.closes_at < ${before}`;
    case "audit-contents":
      return sql`SELECT CAST(e.seq AS text) AS key FROM audit_event e
        WHERE e.at < ${before} AND e.actor_id <> ${expiredActor}`;
  }
}

export async function countPastTime(reader: Reader, kind: RetentionKind, before: Instant): Promise<number> {
  const query = sql`SELECT CAST(count(*) AS integer) AS n FROM (${pastTime(kind, before)}) past`;
  return (await firstRow<{ n: number }>(reader, query))?.n ?? 0;
}

export async function keysPastTime(
  reader: Reader,
  kind: RetentionKind,
  before: Instant,
  limit: number,
): Promise<string[]> {
  const rows = await reader.rows<{ key: string }>(sql`${pastTime(kind, before)} LIMIT ${limit}`);
  return rows.map(({ key }) => key);
}

/** False when this day's work is done, or being done by another replica. */
export async function claimNight(tx: Writer, day: Day, now: Instant): Promise<boolean> {
  const claimed = await tx.run(sql`INSERT INTO retention_run (day, started_at) VALUES (${day}, ${now})
    ON CONFLICT (day) DO NOTHING`);
  return claimed === 1;
}

export async function finishNight(tx: Writer, day: Day, now: Instant): Promise<void> {
  await tx.run(sql`UPDATE retention_run SET finished_at = ${now} WHERE day = ${day}`);
}

/** The night's work stopped half-way: somebody may claim it again. */
export async function giveNightBack(tx: Writer, day: Day): Promise<void> {
  await tx.run(sql`DELETE FROM retention_run WHERE day = ${day} AND finished_at = ''`);
}
