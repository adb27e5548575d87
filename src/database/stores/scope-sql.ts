import sql, { join, type Sql } from "sql-template-tag";
import type { Scope } from "../../domain/permission";

/** Limits rows to a caller's scope by the team and the person they belong to; null when there is no limit. */
export function within(scope: Scope, teamColumn: Sql, personColumn: Sql): Sql | null {
  switch (scope.kind) {
    case "everything":
      return null;
    case "self":
      return sql`${personColumn} = ${scope.personId}`;
    case "teams":
      return sql`(${teamColumn} IN (${join(scope.teamIds)}) OR ${personColumn} = ${scope.personId})`;
  }
}

export function allOf(conditions: readonly (Sql | null | undefined)[]): Sql {
  const present = conditions.filter((condition) => condition !== null && condition !== undefined);
  return present.length === 0 ? sql`1 = 1` : join(present, " AND ");
}

/** A pattern for LIKE ... ESCAPE '\' that finds the text anywhere. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}
