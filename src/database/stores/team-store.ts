import sql, { join } from "sql-template-tag";
import { matchKey } from "../../domain/match-key";
import type { Page, PageRequest } from "../../domain/page";
import type { Scope } from "../../domain/permission";
import { Refusal } from "../../domain/refusal";
import type { Team, TeamFilter } from "../../domain/team";
import { orEmpty, orNull } from "../entities/columns";
import { teamEntity, teamManagerEntity } from "../entities/directory-entities";
import type { Reader, Writer } from "../gateway";
import { inChunks } from "./chunks";
import { keysetPage } from "./keyset-page";
import { holding } from "./record-search";
import { allOf } from "./scope-sql";
import { enterFindable, forgetFindable } from "./search-index";
import { teamsWithin } from "./team-scope";

export type StoredTeam = Team & { readonly version: number };

interface TeamRead {
  id: string;
  name: string;
  parentId: string;
  version: number;
  managerIds: string | null;
}

const columns = sql`t.id, t.name, t.parent_id AS "parentId", t.version,
  (SELECT string_agg(m.person_id, ' ') FROM team_manager m WHERE m.team_id = t.id) AS "managerIds"`;

function fromRow(row: TeamRead): StoredTeam {
  return {
    id: row.id,
    name: row.name,
    parentId: orNull(row.parentId),
    managerIds: row.managerIds === null ? [] : row.managerIds.split(" ").sort(),
    version: row.version,
  };
}

/** Every team; for walking the tree. */
export async function allTeams(reader: Reader): Promise<StoredTeam[]> {
  const rows = await reader.rows<TeamRead>(sql`SELECT ${columns} FROM team t ORDER BY t.name_key, t.id`);
  return rows.map(fromRow);
}

/** Everybody whom the directory names as manager of a team, and who is still here. */
export async function allManagers(reader: Reader): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(sql`SELECT p.id FROM person p WHERE p.active = 1
    AND p.id IN (SELECT m.person_id FROM team_manager m) ORDER BY p.id`);
  return rows.map(({ id }) => id);
}

export async function findTeam(reader: Reader, id: string, scope: Scope): Promise<StoredTeam | null> {
  const [row] = await reader.rows<TeamRead>(
    sql`SELECT ${columns} FROM team t WHERE ${allOf([sql`t.id = ${id}`, teamsWithin(scope)])}`,
  );
  return row ? fromRow(row) : null;
}

export async function teamPage(
  reader: Reader,
  scope: Scope,
  filter: TeamFilter,
  page: PageRequest<"name">,
): Promise<Page<StoredTeam>> {
  const where = allOf([
    teamsWithin(scope),
    filter.parentId === undefined ? null : sql`t.parent_id = ${filter.parentId}`,
    holding(reader, "team", sql`t.id`, filter.search),
  ]);
  const { items, ...rest } = await keysetPage<TeamRead>(
    reader,
    {
      select: sql`SELECT ${columns} FROM team t`,
      from: sql`team t`,
      where,
      order: [sql`t.name_key`, sql`t.id`],
      placeOf: ({ name, id }) => [matchKey(name), id],
    },
    page,
  );
  return { ...rest, items: items.map(fromRow) };
}

/** Any number that nothing else locks. */
const treeLock = 7_110_002;

/**
 * Two moves at once could each put one team below the other; the second waits until the first has written.
 * SQLite has one writer at a time anyway.
 */
export async function oneTreeChangeAtATime(tx: Writer): Promise<void> {
  if (tx.engine === "postgres") await tx.rows(sql`SELECT pg_advisory_xact_lock(${treeLock})`);
}

/** Writes new teams with their managers. @throws Refusal conflict `team-name-taken` */
export async function insertTeams(tx: Writer, teams: readonly Team[]): Promise<void> {
  await inChunks(teams, async (chunk) => {
    await tx.manager.insert(teamEntity, chunk.map(toRow)).catch(asTakenName);
  });
  await insertManagers(tx, teams);
  await enterFindable(tx, "team", teams.map(findable));
}

/**
 * @returns false when somebody changed the team in the meantime
 * @throws Refusal conflict `team-name-taken`
 */
export async function updateTeam(tx: Writer, team: Team, version: number): Promise<boolean> {
  const { id, ...values } = toRow(team);
  const written = tx.manager.update(teamEntity, { id, version }, { ...values, version: version + 1 });
  const result = await written.catch(asTakenName);
  if (result.affected !== 1) return false;
  await tx.manager.delete(teamManagerEntity, { teamId: id });
  await insertManagers(tx, [team]);
  await enterFindable(tx, "team", [findable(team)]);
  return true;
}

/** For taking back teams that came by an import; a team that something belongs to must stay. */
export async function deleteTeams(tx: Writer, ids: readonly string[]): Promise<void> {
  await inChunks(ids, async (chunk) => {
    await tx.run(sql`DELETE FROM team_manager WHERE team_id IN (${join(chunk)})`);
    await tx.run(sql`DELETE FROM team WHERE id IN (${join(chunk)})`);
  });
  await forgetFindable(tx, "team", ids);
}

async function insertManagers(tx: Writer, teams: readonly Team[]): Promise<void> {
  const rows = teams.flatMap(({ id, managerIds }) =>
    [...new Set(managerIds)].map((personId) => ({ teamId: id, personId })),
  );
  await inChunks(rows, async (chunk) => {
    await tx.manager.insert(teamManagerEntity, chunk);
  });
}

/** Whoever does not wait for the tree, such as an import, can find a name free that is just being taken. */
function asTakenName(fault: unknown): never {
  const code = fault instanceof Error && "code" in fault ? fault.code : null;
  if (code === "23505" || code === "SQLITE_CONSTRAINT_UNIQUE") {
    throw new Refusal("conflict", "team-name-taken");
  }
  throw fault;
}

function findable({ id, name }: Team) {
  return { id, title: name, exact: "" };
}

function toRow(team: Team) {
  return {
    id: team.id,
    name: team.name,
    nameKey: matchKey(team.name),
    parentId: orEmpty(team.parentId),
    version: 1,
  };
}
