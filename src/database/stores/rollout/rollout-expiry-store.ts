import sql, { type Sql } from "sql-template-tag";
import type { Instant } from "../../../domain/instant";
import type { Writer } from "../../gateway";

/** Before the id of a session of a course alone, where the id of a rollout stands otherwise. */
const alone = "session/";

/**
 * Everybody of rollouts that were over before then, as one key for each person and rollout. A rollout is over when none
 * of its waves is under way; a wave that nobody finished ends on its planned day. A session that belongs to none is over by itself.
 */
export function rolloutPeople(before: Instant): Sql {
  return sql`
    SELECT DISTINCT k.rollout_id || ' ' || k.person_id AS key
      FROM (SELECT q.rollout_id, q.person_id FROM wave_participant q
            UNION SELECT t.rollout_id, a.person_id FROM training_attendance a JOIN training t ON t.id = a.training_id
            UNION SELECT b.rollout_id, b.person_id FROM blocker b WHERE b.person_id <> '') k
      JOIN rollout r ON r.id = k.rollout_id
     WHERE r.created_at < ${before} AND k.person_id NOT LIKE 'erased-%'
       AND NOT EXISTS (SELECT 1 FROM wave w WHERE w.rollout_id = r.id AND (w.state IN ('running', 'paused')
         OR COALESCE(NULLIF(w.finished_at, ''), w.planned_end) >= ${before}))
    UNION SELECT DISTINCT ${alone} || t.id || ' ' || a.person_id
      FROM training_attendance a JOIN training t ON t.id = a.training_id AND t.rollout_id = ''
     WHERE t.starts_at < ${before} AND a.person_id NOT LIKE 'erased-%'`;
}

/** The person gives way to the pseudonym in one rollout, and what was written about them there goes. */
export async function forgetRolloutPerson(tx: Writer, key: string, pseudonym: string): Promise<void> {
  const space = key.indexOf(" ");
  const [rolloutId, personId] = [key.slice(0, space), key.slice(space + 1)];
  if (rolloutId.startsWith(alone)) {
    await tx.run(sql`UPDATE training_attendance SET person_id = ${pseudonym}
      WHERE person_id = ${personId} AND training_id = ${rolloutId.slice(alone.length)}`);
    return;
  }
  await tx.run(sql`UPDATE wave_participant SET person_id = ${pseudonym}, reason = ''
    WHERE rollout_id = ${rolloutId} AND person_id = ${personId}`);
  await tx.run(sql`UPDATE blocker SET text = '', person_id = ${pseudonym}
    WHERE rollout_id = ${rolloutId} AND person_id = ${personId}`);
  await tx.run(sql`UPDATE blocker SET text = '', raised_by = ${pseudonym}
    WHERE rollout_id = ${rolloutId} AND raised_by = ${personId}`);
  await tx.run(sql`UPDATE training_attendance SET person_id = ${pseudonym}
    WHERE person_id = ${personId} AND training_id IN (SELECT t.id FROM training t WHERE t.rollout_id = ${rolloutId})`);
}
