import sql from "sql-template-tag";
import type { Scope } from "../../domain/permission";
import type { Person } from "../../domain/person";
import { orNull } from "../entities/columns";
import { firstRow, type Reader } from "../gateway";
import { allOf, within } from "./scope-sql";

export interface PersonView extends Person {
  readonly teamName: string | null;
}

/** A person with the name of their team; null when they do not exist or lie out of scope. */
export async function personView(reader: Reader, id: string, scope: Scope): Promise<PersonView | null> {
  const where = allOf([sql`p.id = ${id}`, within(scope, sql`p.team_id`, sql`p.id`)]);
  const row = await firstRow<Omit<PersonView, "active" | "teamId"> & { teamId: string; active: number }>(
    reader,
    sql`SELECT p.id, p.name, p.email, p.team_id AS "teamId", p.active, t.name AS "teamName"
          FROM person p LEFT JOIN team t ON t.id = p.team_id WHERE ${where}`,
  );
  return row === null ? null : { ...row, teamId: orNull(row.teamId), active: row.active === 1 };
}

export function managedTeams(reader: Reader, personId: string): Promise<{ id: string; name: string }[]> {
  return reader.rows(sql`
    SELECT t.id, t.name FROM team_manager m JOIN team t ON t.id = m.team_id
     WHERE m.person_id = ${personId} ORDER BY t.name_key, t.id`);
}
