import sql, { join } from "sql-template-tag";
import type { Reader } from "../../gateway";

/** How far the people of some teams are with a rollout. */
export interface TeamRollout {
  readonly id: string;
  readonly name: string;
  /** Whom it is for; who is exempt is not counted. */
  readonly people: number;
  readonly confirmed: number;
  readonly blocked: number;
}

/** Rollouts that are for people whose home is one of the teams, by name. */
export function rolloutsOfTeams(reader: Reader, teamIds: readonly string[]): Promise<TeamRollout[]> {
  return reader.rows<TeamRollout>(sql`
    SELECT r.id, r.name, CAST(count(*) AS integer) AS people,
           CAST(count(CASE WHEN q.state = 'confirmed' THEN 1 END) AS integer) AS confirmed,
           CAST(count(CASE WHEN q.state = 'blocked' THEN 1 END) AS integer) AS blocked
      FROM person h JOIN wave_participant q ON q.person_id = h.id JOIN rollout r ON r.id = q.rollout_id
     WHERE h.team_id IN (${join(teamIds)}) AND h.active = 1 AND q.state <> 'exempt'
     GROUP BY r.id, r.name ORDER BY r.name, r.id`);
}
