import sql, { join, type Sql } from "sql-template-tag";
import type { Scope } from "../../domain/permission";

/** Limits teams (`t`): a manager sees the managed teams and those below; staff see the team they are in. */
export function teamsWithin(scope: Scope): Sql | null {
  switch (scope.kind) {
    case "everything":
      return null;
    case "teams":
      return sql`(t.id IN (${join(scope.teamIds)})
        OR t.id = (SELECT team_id FROM person WHERE id = ${scope.personId}))`;
    case "self":
      return sql`t.id = (SELECT team_id FROM person WHERE id = ${scope.personId})`;
  }
}
