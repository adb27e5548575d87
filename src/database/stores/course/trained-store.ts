import sql from "sql-template-tag";
import type { Instant } from "../../../domain/instant";
import type { PeopleByTeam } from "../../../domain/survey/close";
import type { Reader } from "../../gateway";

/** Whoever is in a team today, those of teams below not included. */
export async function peopleByTeam(reader: Reader): Promise<PeopleByTeam> {
  return byTeam(
    await reader.rows<TeamCount>(sql`
      SELECT p.team_id AS "teamId", CAST(count(*) AS integer) AS people FROM person p
       WHERE p.active = 1 AND p.team_id <> '' GROUP BY p.team_id`),
  );
}

/** Those of them who were at a session of the course that started in between. */
export async function trainedByTeam(
  reader: Reader,
  courseId: string,
  [from, until]: readonly [from: Instant, until: Instant],
): Promise<PeopleByTeam> {
  return byTeam(
    await reader.rows<TeamCount>(sql`
      SELECT p.team_id AS "teamId", CAST(count(DISTINCT p.id) AS integer) AS people
        FROM course_session z JOIN training t ON t.id = z.training_id
        JOIN training_attendance a ON a.training_id = t.id AND a.attended = 1
        JOIN person p ON p.id = a.person_id AND p.active = 1 AND p.team_id <> ''
       WHERE z.course_id = ${courseId} AND t.starts_at >= ${from} AND t.starts_at <= ${until}
       GROUP BY p.team_id`),
  );
}

interface TeamCount {
  teamId: string;
  people: number;
}

function byTeam(rows: readonly TeamCount[]): PeopleByTeam {
  return new Map(rows.map(({ teamId, people }) => [teamId, people]));
}
