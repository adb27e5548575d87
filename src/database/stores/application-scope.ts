import sql, { join, type Sql } from "sql-template-tag";
import type { Scope } from "../../domain/permission";

/**
 * Limits applications (`a`) to a caller's scope: roles see all, a manager what the managed teams and those below use,
 * everybody else what their own team uses. Null when there is no limit.
 */
export function applicationsWithin(scope: Scope): Sql | null {
  const ownTeam = (personId: string) => sql`(SELECT team_id FROM person WHERE id = ${personId})`;
  switch (scope.kind) {
    case "everything":
      return null;
    case "self":
      return usedBy(sql`u.team_id = ${ownTeam(scope.personId)}`);
    case "teams":
      return usedBy(sql`(u.team_id IN (${join(scope.teamIds)}) OR u.team_id = ${ownTeam(scope.personId)})`);
  }
}

export function usedBy(teams: Sql): Sql {
  return sql`a.id IN (SELECT u.application_id FROM application_team u WHERE ${teams})`;
}
