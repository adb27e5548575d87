import sql, { bulk, join, type Sql } from "sql-template-tag";
import type { Scope } from "../../domain/permission";
import type { FrozenTeam } from "../../domain/survey/membership";
import type { ReleasedFigures } from "../../domain/survey/release";
import { orEmpty, orNull } from "../entities/columns";
import type { Reader, Writer } from "../gateway";
import { inChunks } from "./chunks";
import { allOf } from "./scope-sql";

/** A team of the frozen hierarchy; people are counted with those of the teams below. */
export interface SurveyGroup extends FrozenTeam {
  readonly name: string;
  readonly invited: number;
}

/** All that is published of a group; an item that is missing among the figures is hidden. */
export interface ReleasedGroup extends SurveyGroup {
  readonly responded: number;
  readonly figures: Readonly<Record<string, ReleasedFigures>>;
}

interface GroupRead {
  teamId: string;
  parentId: string;
  name: string;
  invited: number;
  responded: number;
  figures: string;
}

export async function insertGroups(
  tx: Writer,
  surveyId: string,
  groups: readonly SurveyGroup[],
): Promise<void> {
  await put(
    tx,
    surveyId,
    groups.map((group) => ({ ...group, responded: 0, figures: null })),
  );
}

/** Puts the release where the frozen groups stood. */
export async function insertRelease(
  tx: Writer,
  surveyId: string,
  groups: readonly ReleasedGroup[],
): Promise<void> {
  await tx.run(sql`DELETE FROM survey_group WHERE survey_id = ${surveyId}`);
  await put(tx, surveyId, groups);
}

async function put(
  tx: Writer,
  surveyId: string,
  groups: readonly (SurveyGroup & { responded: number; figures: ReleasedGroup["figures"] | null })[],
): Promise<void> {
  await inChunks(groups, async (chunk) => {
    const rows = chunk.map(({ id, parentId, name, invited, responded, figures }) => {
      const json = figures === null ? "" : JSON.stringify(figures);
      return [surveyId, id, orEmpty(parentId), name, invited, responded, json];
    });
    await tx.run(sql`INSERT INTO survey_group (survey_id, team_id, parent_id, name, invited, responded, figures)
      VALUES ${bulk(rows)}`);
  });
}

export async function groupsOf(reader: Reader, surveyId: string): Promise<SurveyGroup[]> {
  const rows =
    await reader.rows<GroupRead>(sql`SELECT g.team_id AS "teamId", g.parent_id AS "parentId", g.name, g.invited
    FROM survey_group g WHERE g.survey_id = ${surveyId} ORDER BY g.name, g.team_id`);
  return rows.map(({ teamId, parentId, name, invited }) => ({
    id: teamId,
    parentId: orNull(parentId),
    name,
    invited,
  }));
}

/**
 * What the scope reaches of a release, and the whole to compare it with. Before the close nothing: the rows hold no figures.
 * @returns by the names of the groups
 */
export async function releaseOf(reader: Reader, surveyId: string, scope: Scope): Promise<ReleasedGroup[]> {
  const rows =
    await reader.rows<GroupRead>(sql`SELECT g.team_id AS "teamId", g.parent_id AS "parentId", g.name, g.invited,
      g.responded, g.figures
    FROM survey_group g WHERE ${allOf([sql`g.survey_id = ${surveyId} AND g.figures <> ''`, reached(scope)])}
    ORDER BY g.name, g.team_id`);
  return rows.map(groupFrom);
}

/** What the scope reaches of one group in several releases, by survey; surveys that did not ask there are missing. */
export async function releasesOfGroup(
  reader: Reader,
  surveyIds: readonly string[],
  teamId: string,
  scope: Scope,
): Promise<Map<string, ReleasedGroup>> {
  if (surveyIds.length === 0) return new Map();
  const rows = await reader.rows<GroupRead & { surveyId: string }>(sql`SELECT g.survey_id AS "surveyId",
      g.team_id AS "teamId", g.parent_id AS "parentId", g.name, g.invited, g.responded, g.figures
    FROM survey_group g
    WHERE ${allOf([sql`g.survey_id IN (${join(surveyIds)}) AND g.team_id = ${teamId} AND g.figures <> ''`, reached(scope)])}`);
  return new Map(rows.map(({ surveyId, ...row }) => [surveyId, groupFrom(row)]));
}

/** The caller's teams, and the whole to compare them with. */
function reached(scope: Scope): Sql | null {
  if (scope.kind === "everything") return null;
  return sql`(g.parent_id = '' OR g.team_id IN (${join(scope.kind === "teams" ? scope.teamIds : [""])}))`;
}

/** The same of a release that was read whole. */
export function reachedIn(groups: readonly ReleasedGroup[], scope: Scope): readonly ReleasedGroup[] {
  if (scope.kind === "everything") return groups;
  const own = new Set(scope.kind === "teams" ? scope.teamIds : []);
  return groups.filter(({ id, parentId }) => parentId === null || own.has(id));
}

function groupFrom({ teamId, parentId, figures, ...row }: GroupRead): ReleasedGroup {
  return {
    ...row,
    id: teamId,
    parentId: orNull(parentId),
    figures: JSON.parse(figures) as ReleasedGroup["figures"],
  };
}

export interface ShownComment {
  readonly id: string;
  readonly groupId: string;
  readonly text: string;
  readonly namesSomebody: boolean;
}

export async function insertComments(
  tx: Writer,
  surveyId: string,
  comments: readonly ShownComment[],
): Promise<void> {
  await inChunks(comments, async (chunk) => {
    const rows = chunk.map(({ id, groupId, text, namesSomebody }) => [
      id,
      surveyId,
      groupId,
      text,
      namesSomebody ? 1 : 0,
    ]);
    await tx.run(
      sql`INSERT INTO survey_comment (id, survey_id, team_id, text, names_somebody) VALUES ${bulk(rows)}`,
    );
  });
}

/** In the order of ids that chance made. */
export async function commentsOf(reader: Reader, surveyId: string, scope: Scope): Promise<ShownComment[]> {
  const reach =
    scope.kind === "everything"
      ? null
      : sql`c.team_id IN (${join(scope.kind === "teams" ? scope.teamIds : [""])})`;
  const rows = await reader.rows<{ id: string; groupId: string; text: string; namesSomebody: number }>(sql`
    SELECT c.id, c.team_id AS "groupId", c.text, c.names_somebody AS "namesSomebody" FROM survey_comment c
     WHERE ${allOf([sql`c.survey_id = ${surveyId}`, reach])} ORDER BY c.id`);
  return rows.map((row) => ({ ...row, namesSomebody: row.namesSomebody === 1 }));
}
