import sql, { type Sql } from "sql-template-tag";
import type { Scope } from "../../../domain/permission";
import { within } from "../scope-sql";

/** Limits participants to those whose home is in the scope now, whichever column says who they are. */
export function peopleWithin(scope: Scope, personColumn: Sql): Sql | null {
  const reach = within(scope, sql`h.team_id`, sql`h.id`);
  if (reach === null) return null;
  if (scope.kind === "self") return sql`${personColumn} = ${scope.personId}`;
  return sql`${personColumn} IN (SELECT h.id FROM person h WHERE ${reach})`;
}

/** A rollout (`r`) is there for whoever may see one of its people; one without any is IT's. */
export function rolloutsWithin(scope: Scope): Sql | null {
  const people = peopleWithin(scope, sql`q.person_id`);
  return people && sql`EXISTS (SELECT 1 FROM wave_participant q WHERE q.rollout_id = r.id AND ${people})`;
}

/** As `rolloutsWithin`, for a wave (`w`). */
export function wavesWithin(scope: Scope): Sql | null {
  const people = peopleWithin(scope, sql`q.person_id`);
  return people && sql`EXISTS (SELECT 1 FROM wave_participant q WHERE q.wave_id = w.id AND ${people})`;
}
