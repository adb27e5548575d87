import sql, { join } from "sql-template-tag";
import type { TeamUse } from "../../domain/application/team-use";
import type { Scope } from "../../domain/permission";
import { type ApplicationTeamRow, applicationTeamEntity } from "../entities/application-entities";
import { orEmpty, orNull } from "../entities/columns";
import type { Reader, Writer } from "../gateway";
import { inChunks } from "./chunks";
import { allOf } from "./scope-sql";
import { teamsWithin } from "./team-scope";

export interface TeamUseView extends TeamUse {
  readonly teamName: string;
}

/** How the teams that the scope reaches use an application, by name. */
export async function usesOfApplication(
  reader: Reader,
  applicationId: string,
  scope: Scope,
): Promise<TeamUseView[]> {
  const where = allOf([sql`u.application_id = ${applicationId}`, teamsWithin(scope)]);
  return (await usesWhere(reader, where)).map(toUse);
}

/** How every team uses what it uses. */
export async function allUses(reader: Reader): Promise<TeamUseView[]> {
  return (await usesWhere(reader, sql`1 = 1`)).map(toUse);
}

/** What the given teams use and how. */
export async function usesOfTeams(reader: Reader, teamIds: readonly string[]): Promise<TeamUseView[]> {
  const found: TeamUseView[] = [];
  await inChunks(teamIds, async (chunk) => {
    found.push(...(await usesWhere(reader, sql`u.team_id IN (${join(chunk)})`)).map(toUse));
  });
  return found;
}

function usesWhere(reader: Reader, where: ReturnType<typeof sql>) {
  return reader.rows<ApplicationTeamRow & { teamName: string }>(sql`
    SELECT u.application_id AS "applicationId", u.team_id AS "teamId", t.name AS "teamName", u.use, u.criticality,
           u.user_count AS "userCount"
      FROM application_team u JOIN team t ON t.id = u.team_id WHERE ${where} ORDER BY t.name_key, t.id`);
}

export async function insertUses(tx: Writer, uses: readonly TeamUse[]): Promise<void> {
  await inChunks(uses, async (chunk) => {
    const rows = chunk.map((use) => ({
      ...use,
      criticality: orEmpty(use.criticality),
      userCount: use.userCount ?? -1,
    }));
    await tx.manager.insert(applicationTeamEntity, rows);
  });
}

/** Says how a team uses an application, whether or not anything was said before. */
export async function putUse(tx: Writer, use: TeamUse): Promise<void> {
  await removeUse(tx, use.applicationId, use.teamId);
  await insertUses(tx, [use]);
}

/** Whether there was anything to remove. */
export async function removeUse(tx: Writer, applicationId: string, teamId: string): Promise<boolean> {
  const touched = await tx.run(
    sql`DELETE FROM application_team WHERE application_id = ${applicationId} AND team_id = ${teamId}`,
  );
  return touched > 0;
}

function toUse(row: ApplicationTeamRow & { teamName: string }): TeamUseView {
  return {
    applicationId: row.applicationId,
    teamId: row.teamId,
    teamName: row.teamName,
    use: row.use as TeamUse["use"],
    criticality: orNull(row.criticality) as TeamUse["criticality"],
    userCount: row.userCount < 0 ? null : row.userCount,
  };
}
