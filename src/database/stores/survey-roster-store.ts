import sql, { bulk, join } from "sql-template-tag";
import type { Member } from "../../domain/survey/membership";
import { firstRow, type Reader, type Writer } from "../gateway";
import { inChunks } from "./chunks";

export interface HomePlace {
  readonly id: string;
  readonly teamId: string | null;
  readonly active: boolean;
}

/** Who is at home in these teams now, or in any; in no order that means anything. */
export async function peopleAtHome(reader: Reader, teamIds: readonly string[] | null): Promise<HomePlace[]> {
  const rows: { id: string; teamId: string }[] = [];
  const found = sql`SELECT p.id, p.team_id AS "teamId" FROM person p WHERE p.active = 1 AND p.team_id <> ''`;
  if (teamIds === null) rows.push(...(await reader.rows<(typeof rows)[number]>(found)));
  else {
    await inChunks(teamIds, async (piece) => {
      rows.push(
        ...(await reader.rows<(typeof rows)[number]>(sql`${found} AND p.team_id IN (${join(piece)})`)),
      );
    });
  }
  return rows.map((row) => ({ ...row, active: true }));
}

/** Names of everybody in the directory, to find them in comments. */
export async function allNames(reader: Reader): Promise<string[]> {
  const rows = await reader.rows<{ name: string }>(sql`SELECT p.name FROM person p`);
  return rows.map(({ name }) => name);
}

export async function insertMembers(tx: Writer, surveyId: string, members: readonly Member[]): Promise<void> {
  await inChunks(members, async (chunk) => {
    const rows = chunk.map(({ personId, groupId }) => [surveyId, personId, groupId]);
    await tx.run(sql`INSERT INTO survey_member (survey_id, person_id, team_id) VALUES ${bulk(rows)}`);
  });
}

/** The team that the person answers for; null when the survey does not ask them. */
export async function memberTeam(reader: Reader, surveyId: string, personId: string): Promise<string | null> {
  const row = await firstRow<{ teamId: string }>(
    reader,
    sql`SELECT m.team_id AS "teamId" FROM survey_member m WHERE m.survey_id = ${surveyId} AND m.person_id = ${personId}`,
  );
  return row?.teamId ?? null;
}

/** People who are asked, by home team. */
export async function membersByTeam(reader: Reader, surveyId: string): Promise<Map<string, number>> {
  const rows = await reader.rows<{ teamId: string; n: number }>(sql`
    SELECT m.team_id AS "teamId", CAST(count(*) AS integer) AS n FROM survey_member m
     WHERE m.survey_id = ${surveyId} GROUP BY m.team_id`);
  return new Map(rows.map(({ teamId, n }) => [teamId, n]));
}
