import sql, { join } from "sql-template-tag";
import { matchKey } from "../../../domain/match-key";
import type { Page, PageRequest } from "../../../domain/page";
import {
  type GraphGroupRow,
  type GraphMemberRow,
  type GraphMembershipRow,
  graphGroupEntity,
  graphMemberEntity,
  graphMembershipEntity,
} from "../../entities/directory-sync-entities";
import { firstRow, type Reader, type Writer } from "../../gateway";
import { inChunks } from "../chunks";
import { keysetPage } from "../keyset-page";
import { named } from "../name-search";
import { allOf } from "../scope-sql";
import { replace } from "./stage-store";

export type StagedMembership = Omit<GraphMembershipRow, "syncId">;
export type StagedMember = Omit<GraphMemberRow, "syncId">;

/** A group in force, as people choose it. */
export interface DirectoryGroup {
  readonly id: string;
  readonly name: string;
  /** A team of Microsoft Teams. */
  readonly team: boolean;
  readonly hidden: boolean;
  /** How many people are in it; null where that was not read, or is not told. */
  readonly people: number | null;
}

export function stageGroups(
  tx: Writer,
  syncId: string,
  groups: readonly { id: string; name: string; hidden: boolean; team: boolean }[],
): Promise<void> {
  const rows = groups.map(({ id, name, hidden, team }): Omit<GraphGroupRow, "syncId"> => {
    return { id, name, nameKey: matchKey(name), hidden: hidden ? 1 : 0, team: team ? 1 : 0 };
  });
  return replace(tx, graphGroupEntity, syncId, rows, ["id"]);
}

export async function stageMembers(
  tx: Writer,
  syncId: string,
  memberships: readonly StagedMembership[],
  members: readonly StagedMember[],
): Promise<void> {
  await replace(tx, graphMembershipEntity, syncId, memberships, ["groupId"]);
  await replace(tx, graphMemberEntity, syncId, members, ["groupId", "role", "personId"]);
}

export async function clearGroups(tx: Writer, syncId: string): Promise<void> {
  await tx.run(sql`DELETE FROM graph_group WHERE sync_id = ${syncId}`);
}

/** Those whose people matter: teams of Microsoft Teams, and what a rule names. */
export function groupsToRead(
  reader: Reader,
  syncId: string,
  chosen: readonly string[],
): Promise<{ id: string; hidden: number }[]> {
  const named = chosen.length === 0 ? sql`1 = 0` : sql`g.id IN (${join([...chosen])})`;
  return reader.rows(sql`SELECT g.id, g.hidden FROM graph_group g
    WHERE g.sync_id = ${syncId} AND (g.team = 1 OR ${named}) ORDER BY g.id`);
}

/** Of the named groups those that each person is a member of. */
export async function membershipsOf(
  reader: Reader,
  syncId: string,
  personIds: readonly string[],
  groupIds: ReadonlySet<string>,
): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  await inChunks(personIds, async (chunk) => {
    const rows = await reader.rows<{ personId: string; groupId: string }>(sql`
      SELECT m.person_id AS "personId", m.group_id AS "groupId" FROM graph_member m
       WHERE m.sync_id = ${syncId} AND m.role = 'member' AND m.person_id IN (${join(chunk)})`);
    for (const { personId, groupId } of rows) {
      if (!groupIds.has(groupId)) continue;
      const groups = found.get(personId) ?? new Set<string>();
      found.set(personId, groups.add(groupId));
    }
  });
  return found;
}

/** Who owns each of the named groups, in force. */
export async function ownersInForce(
  reader: Reader,
  groupIds: readonly string[],
): Promise<Map<string, string[]>> {
  const owners = new Map<string, string[]>();
  await inChunks(groupIds, async (chunk) => {
    const rows = await reader.rows<{ groupId: string; personId: string }>(sql`
      SELECT m.group_id AS "groupId", m.person_id AS "personId" FROM graph_part p
        JOIN graph_member m ON m.sync_id = p.sync_id
       WHERE p.name = 'members' AND m.role = 'owner' AND m.group_id IN (${join(chunk)})
       ORDER BY m.group_id, m.person_id`);
    for (const { groupId, personId } of rows) owners.set(groupId, [...(owners.get(groupId) ?? []), personId]);
  });
  return owners;
}

const groupColumns = sql`g.id, g.name, g.team, g.hidden, s.people`;
const inForce = sql`graph_part q JOIN graph_group g ON g.sync_id = q.sync_id
  LEFT JOIN graph_part r ON r.name = 'members'
  LEFT JOIN graph_membership s ON s.sync_id = r.sync_id AND s.group_id = g.id`;

type GroupRead = Pick<GraphGroupRow, "id" | "name" | "team" | "hidden"> & { readonly people: number | null };

function groupOf({ id, name, team, hidden, people }: GroupRead): DirectoryGroup {
  const known = people !== null && people >= 0;
  return { id, name, team: team === 1, hidden: hidden === 1, people: known ? people : null };
}

export async function groupsByIds(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, DirectoryGroup>> {
  const found = new Map<string, DirectoryGroup>();
  await inChunks([...new Set(ids)], async (chunk) => {
    const rows = await reader.rows<GroupRead>(sql`SELECT ${groupColumns} FROM ${inForce}
      WHERE q.name = 'groups' AND g.id IN (${join(chunk)})`);
    for (const row of rows) found.set(row.id, groupOf(row));
  });
  return found;
}

/** Groups in force, by name. */
export async function groupPage(
  reader: Reader,
  search: string | undefined,
  page: PageRequest<"name">,
): Promise<Page<DirectoryGroup>> {
  const { items, ...rest } = await keysetPage<GroupRead>(
    reader,
    {
      select: sql`SELECT ${groupColumns} FROM ${inForce}`,
      from: sql`graph_part q JOIN graph_group g ON g.sync_id = q.sync_id`,
      where: allOf([sql`q.name = 'groups'`, search ? named(reader, sql`g.name_key`, search) : null]),
      order: [sql`g.name_key`, sql`g.id`],
      placeOf: ({ name, id }) => [matchKey(name), id],
    },
    page,
  );
  return { ...rest, items: items.map(groupOf) };
}

/** How many groups are in force; null while none were read. */
export async function countGroups(reader: Reader): Promise<number | null> {
  const row = await firstRow<{ n: number }>(
    reader,
    sql`SELECT (SELECT CAST(count(*) AS integer) FROM graph_group g WHERE g.sync_id = q.sync_id) AS n
      FROM graph_part q WHERE q.name = 'groups'`,
  );
  return row?.n ?? null;
}
