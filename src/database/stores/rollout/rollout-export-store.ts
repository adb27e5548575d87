import sql from "sql-template-tag";
import type { Reader } from "../../gateway";

/** What rollouts hold about one person, for subject access. */
export async function rolloutRecordsAbout(reader: Reader, personId: string) {
  return {
    rollouts: await reader.rows<ParticipationRow>(sql`
      SELECT r.name AS rollout, w.name AS wave, p.state, CASE WHEN p.champion = 1 THEN 'yes' ELSE 'no' END AS champion,
             NULLIF(p.reason, '') AS reason, NULLIF(p.invited_on, '') AS "invitedOn",
             NULLIF(p.trained_on, '') AS "trainedOn", NULLIF(p.live_on, '') AS "liveOn",
             NULLIF(p.confirmed_on, '') AS "confirmedOn"
        FROM wave_participant p LEFT JOIN wave w ON w.id = p.wave_id LEFT JOIN rollout r ON r.id = p.rollout_id
       WHERE p.person_id = ${personId} ORDER BY w.planned_start, p.wave_id`),
    rolloutAnswers: await reader.rows<{ has: string; works: string; answeredAt: string }>(sql`
      SELECT CASE WHEN a.has = 1 THEN 'yes' ELSE 'no' END AS has,
             CASE a.works WHEN 1 THEN 'yes' WHEN 0 THEN 'no' ELSE 'not said' END AS works, a.answered_at AS "answeredAt"
        FROM rollout_answer a WHERE a.person_id = ${personId} ORDER BY a.answered_at, a.delivery_id`),
    blockers: await reader.rows<OwnBlockerRow>(sql`
      SELECT r.name AS rollout, NULLIF(b.text, '') AS text, b.raised_at AS "raisedAt", b.state,
             NULLIF(b.resolution, '') AS resolution
        FROM blocker b LEFT JOIN rollout r ON r.id = b.rollout_id
       WHERE b.person_id = ${personId} OR b.raised_by = ${personId} ORDER BY b.raised_at, b.id`),
    trainings: await reader.rows<{ title: string | null; startsAt: string | null; attended: string }>(sql`
      SELECT t.title, t.starts_at AS "startsAt", CASE WHEN a.attended = 1 THEN 'yes' ELSE 'no' END AS attended
        FROM training_attendance a LEFT JOIN training t ON t.id = a.training_id
       WHERE a.person_id = ${personId} ORDER BY t.starts_at, a.training_id`),
  };
}

export interface ParticipationRow {
  rollout: string | null;
  wave: string | null;
  state: string;
  champion: string;
  reason: string | null;
  invitedOn: string | null;
  trainedOn: string | null;
  liveOn: string | null;
  confirmedOn: string | null;
}

export interface OwnBlockerRow {
  rollout: string | null;
  text: string | null;
  raisedAt: string;
  state: string;
  resolution: string | null;
}
