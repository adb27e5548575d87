import sql from "sql-template-tag";
import { type HomeRule, type HomeRuleKind, usualHomeRule } from "../../../domain/graph-sync/home-rule";
import type { Instant } from "../../../domain/instant";
import { directoryTeamEntity, homeTeamSettingEntity } from "../../entities/directory-sync-entities";
import { firstRow, type Reader, type Writer } from "../../gateway";
import { inWrites } from "../chunks";
import { upsertRows } from "../write-rows";

export interface DecidedHomeRule extends HomeRule {
  readonly changedAt: Instant;
  readonly changedBy: string;
}

const id = "home-team";

/** Null while nobody has decided. */
export async function decidedHomeRule(reader: Reader): Promise<DecidedHomeRule | null> {
  const row = await firstRow<{ by: HomeRuleKind; groupIds: string; changedAt: string; changedBy: string }>(
    reader,
    sql`SELECT s.rule_kind AS by, s.group_ids AS "groupIds", s.changed_at AS "changedAt", s.changed_by AS "changedBy"
      FROM home_team_setting s WHERE s.id = ${id}`,
  );
  return row && { ...row, groupIds: JSON.parse(row.groupIds) as string[] };
}

export async function homeRuleInForce(reader: Reader): Promise<HomeRule> {
  return (await decidedHomeRule(reader)) ?? usualHomeRule;
}

export async function saveHomeRule(tx: Writer, rule: DecidedHomeRule): Promise<void> {
  const { by: ruleKind, groupIds, ...changed } = rule;
  const row = { id, ruleKind, groupIds: JSON.stringify(groupIds), ...changed };
  await upsertRows(tx, homeTeamSettingEntity, [row], ["id"]);
}

/** The team that stands for a part of the directory. */
export interface DirectoryTeam {
  readonly homeKey: string;
  readonly teamId: string;
  /** Whom the sync named last. */
  readonly managerIds: readonly string[];
}

export async function directoryTeams(reader: Reader): Promise<Map<string, DirectoryTeam>> {
  const rows = await reader.rows<Omit<DirectoryTeam, "managerIds"> & { managerIds: string }>(sql`
    SELECT d.home_key AS "homeKey", d.team_id AS "teamId", d.manager_ids AS "managerIds" FROM directory_team d`);
  return new Map(
    rows.map((row) => [row.homeKey, { ...row, managerIds: JSON.parse(row.managerIds) as string[] }]),
  );
}

export async function saveDirectoryTeams(tx: Writer, teams: readonly DirectoryTeam[]): Promise<void> {
  const rows = teams.map((team) => ({ ...team, managerIds: JSON.stringify(team.managerIds) }));
  await inWrites(rows, async (chunk) => {
    await upsertRows(tx, directoryTeamEntity, chunk, ["homeKey"]);
  });
}
