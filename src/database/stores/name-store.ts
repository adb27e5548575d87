import sql, { join } from "sql-template-tag";
import type { Scope } from "../../domain/permission";
import type { Reader } from "../gateway";
import { applicationsWithin } from "./application-scope";
import { inChunks } from "./chunks";
import { allOf, within } from "./scope-sql";
import { teamsWithin } from "./team-scope";

/** Names of the people, teams, applications and suppliers among the ids that the scope reaches; others are not there. */
export async function namesOf(
  reader: Reader,
  scope: Scope,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  await inChunks([...new Set(ids)], async (chunk) => {
    const people = allOf([sql`p.id IN (${join(chunk)})`, within(scope, sql`p.team_id`, sql`p.id`)]);
    const teams = allOf([sql`t.id IN (${join(chunk)})`, teamsWithin(scope)]);
    const applications = allOf([sql`a.id IN (${join(chunk)})`, applicationsWithin(scope)]);
    const rows = await reader.rows<{ id: string; name: string }>(sql`
      SELECT p.id, p.name FROM person p WHERE ${people}
      UNION ALL SELECT t.id, t.name FROM team t WHERE ${teams}
      UNION ALL SELECT a.id, a.name FROM application a WHERE ${applications}
      UNION ALL SELECT s.id, s.name FROM supplier s WHERE s.id IN (${join(chunk)})`);
    for (const { id, name } of rows) names.set(id, name);
  });
  return names;
}
