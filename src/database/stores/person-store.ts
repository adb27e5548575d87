import sql, { join, type Sql } from "sql-template-tag";
import { matchKey } from "../../domain/match-key";
import type { Page, PageRequest } from "../../domain/page";
import { type Caller, type Role, type Scope, scopeOf } from "../../domain/permission";
import type { Person, PersonFilter, PersonSort } from "../../domain/person";
import { orEmpty, orNull } from "../entities/columns";
import { localRoleEntity, type PersonRow, personEntity } from "../entities/directory-entities";
import { firstRow, type Reader, type Writer } from "../gateway";
import { inChunks, inWritesAhead } from "./chunks";
import { keysetPage } from "./keyset-page";
import { holding } from "./record-search";
import { allOf, containing, within } from "./scope-sql";
import { enterFindable, forgetFindable } from "./search-index";
import { moveSeats } from "./seat-count-store";
import { insertRows, updateRows } from "./write-rows";

interface PersonRead {
  id: string;
  name: string;
  email: string;
  teamId: string;
  active: number;
}

const columns = sql`p.id, p.name, p.email, p.team_id AS "teamId", p.active`;

function fromRow(row: PersonRead): Person {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    teamId: orNull(row.teamId),
    active: row.active === 1,
  };
}

/** Without scope: for rules that concern the person, never for showing them. */
export async function findPersonById(reader: Reader, id: string): Promise<Person | null> {
  const row = await firstRow<PersonRead>(reader, sql`SELECT ${columns} FROM person p WHERE p.id = ${id}`);
  return row ? fromRow(row) : null;
}

export async function findPersonByEmail(reader: Reader, email: string): Promise<Person | null> {
  const row = await firstRow<PersonRead>(
    reader,
    sql`SELECT ${columns} FROM person p WHERE p.email_key = ${matchKey(email)} ORDER BY p.active DESC, p.id`,
  );
  return row ? fromRow(row) : null;
}

export async function peopleByIds(reader: Reader, ids: readonly string[]): Promise<Map<string, Person>> {
  const found = new Map<string, Person>();
  await inChunks([...new Set(ids)], async (chunk) => {
    const rows = await reader.rows<PersonRead>(
      sql`SELECT ${columns} FROM person p WHERE p.id IN (${join(chunk)})`,
    );
    for (const row of rows) found.set(row.id, fromRow(row));
  });
  return found;
}

/**
 * The active person of a request with everything that decides what they may see, in one query because every request
 * asks it; null when they are unknown or have left.
 */
export async function findCaller(
  reader: Reader,
  personId: string,
  roles: readonly Role[],
): Promise<Caller | null> {
  const row = await firstRow<PersonRead & { managed: string | null }>(
    reader,
    sql`SELECT ${columns},
          (SELECT string_agg(m.team_id, ' ') FROM team_manager m WHERE m.person_id = p.id) AS managed
        FROM person p WHERE p.id = ${personId} AND p.active = 1`,
    "at once",
  );
  if (!row) return null;
  const managedTeamIds = row.managed === null ? [] : row.managed.split(" ");
  const below =
    roles.length === 0 && managedTeamIds.length > 0 ? await teamsBelow(reader, managedTeamIds) : [];
  return { person: fromRow(row), roles, managedTeamIds, scope: scopeOf(personId, roles, below) };
}

/** UNION, not UNION ALL: a circle in the directory's data then ends instead of running for ever. */
async function teamsBelow(reader: Reader, teamIds: readonly string[]): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(sql`
    WITH RECURSIVE below(id) AS (
      SELECT t.id FROM team t WHERE t.id IN (${join(teamIds)})
      UNION SELECT t.id FROM team t JOIN below b ON t.parent_id = b.id)
    SELECT id FROM below`);
  return rows.map((row) => row.id);
}

/** Who has no team comes before all teams. */
const sortColumns: Readonly<Record<PersonSort, Sql>> = {
  name: sql`p.name_key`,
  email: sql`p.email_key`,
  team: sql`COALESCE(t.name_key, '')`,
};

export async function personPage(
  reader: Reader,
  scope: Scope,
  filter: PersonFilter,
  page: PageRequest<PersonSort>,
): Promise<Page<Person>> {
  const where = allOf([
    within(scope, sql`p.team_id`, sql`p.id`),
    filter.teamIds === undefined ? null : sql`p.team_id IN (${join(filter.teamIds)})`,
    filter.active === undefined ? null : sql`p.active = ${filter.active ? 1 : 0}`,
    holding(reader, "person", sql`p.id`, filter.search),
  ]);
  const column = sortColumns[page.sort];
  const { items, ...rest } = await keysetPage<PersonRead & { place: string }>(
    reader,
    {
      select: sql`SELECT ${columns}, ${column} AS place FROM person p LEFT JOIN team t ON t.id = p.team_id`,
      from: sql`person p`,
      where,
      order: [column, sql`p.id`],
      placeOf: ({ place, id }) => [place, id],
    },
    page,
  );
  return { ...rest, items: items.map(fromRow) };
}

export async function insertPeople(tx: Writer, people: readonly Person[]): Promise<void> {
  await moveSeats(tx, people);
  await inWritesAhead(people, async (chunk) => {
    await insertRows(tx, personEntity, chunk.map(toRow));
    await enterFindable(tx, "person", chunk.map(findable));
  });
}

/** Whoever is gone stays gone. */
export async function updatePeople(tx: Writer, people: readonly Person[]): Promise<void> {
  await moveSeats(tx, people);
  await inWritesAhead(people, async (chunk) => {
    await updateRows(tx, personEntity, chunk.map(toRow), told);
    await enterFindable(tx, "person", chunk.map(findable));
  });
}

/** For taking back people who came by an import; whoever is spoken of elsewhere must stay. */
export async function deletePeople(tx: Writer, ids: readonly string[]): Promise<void> {
  await moveSeats(
    tx,
    ids.map((id) => ({ id, teamId: null })),
  );
  await inChunks(ids, async (chunk) => {
    await tx.run(sql`DELETE FROM person WHERE id IN (${join(chunk)})`);
  });
  await forgetFindable(tx, "person", ids);
}

export interface LocalPerson extends Person {
  readonly teamName: string | null;
  readonly roles: readonly Role[];
  readonly manages: readonly string[];
}

/** People to sign in as in local mode: those with a role first, then managers, then staff. */
export async function localPeople(
  reader: Reader,
  filter: { readonly id?: string; readonly search?: string },
): Promise<LocalPerson[]> {
  const pattern = filter.search ? containing(matchKey(filter.search)) : null;
  const where = allOf([
    sql`p.active = 1`,
    filter.id === undefined ? null : sql`p.id = ${filter.id}`,
    pattern === null
      ? null
      : sql`(p.name_key LIKE ${pattern} ESCAPE '\\' OR p.email_key LIKE ${pattern} ESCAPE '\\')`,
  ]);
  const rows = await reader.rows<
    PersonRead & { teamName: string | null; roles: string | null; manages: string | null }
  >(sql`
    SELECT * FROM (
      SELECT ${columns}, p.name_key, t.name AS "teamName",
        (SELECT string_agg(r.role, ' ') FROM local_role r WHERE r.person_id = p.id) AS roles,
        (SELECT string_agg(m.name, '|') FROM team_manager tm JOIN team m ON m.id = tm.team_id
          WHERE tm.person_id = p.id) AS manages
      FROM person p LEFT JOIN team t ON t.id = p.team_id WHERE ${where}) found
    ORDER BY CASE WHEN roles IS NOT NULL THEN 0 WHEN manages IS NOT NULL THEN 1 ELSE 2 END, name_key
    LIMIT 60`);
  return rows.map((row) => ({
    ...fromRow(row),
    teamName: row.teamName,
    roles: (row.roles?.split(" ") ?? []) as Role[],
    manages: row.manages?.split("|") ?? [],
  }));
}

export async function setLocalRoles(
  tx: Writer,
  grants: readonly { readonly personId: string; readonly role: Role }[],
): Promise<void> {
  await tx.manager.insert(localRoleEntity, [...grants]);
}

function findable({ id, name, email }: Person) {
  return { id, title: name, exact: email };
}

const told: ReadonlySet<keyof PersonRow> = new Set([
  "name",
  "nameKey",
  "email",
  "emailKey",
  "teamId",
  "active",
]);

function toRow(person: Person): PersonRow {
  return {
    id: person.id,
    name: person.name,
    nameKey: matchKey(person.name),
    email: person.email,
    emailKey: matchKey(person.email),
    teamId: orEmpty(person.teamId),
    active: person.active ? 1 : 0,
  };
}
