import type { Writer } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import { ownersInForce } from "../../database/stores/graph/group-store";
import { saveDirectoryTeams } from "../../database/stores/graph/home-team-store";
import { homeKeys } from "../../database/stores/graph/staged-range";
import { originsBySubject } from "../../database/stores/origin-store";
import { peopleByIds } from "../../database/stores/person-store";
import { insertTeams, oneTreeChangeAtATime, updateTeam } from "../../database/stores/team-store";
import { changesBetween, isSameContent } from "../../domain/audit-event";
import { departmentHomeKey, type HomeRule, mayNameManagers } from "../../domain/graph-sync/home-rule";
import { leadersOf } from "../../domain/graph-sync/home-team";
import type { Team } from "../../domain/team";
import type { NewEvent } from "./apply-people";
import { groupKeys, type HomeTeams, planHomeTeams } from "./home-teams";

/** Makes the teams that a staged reading needs. */
export async function makeHomeTeams(
  tx: Writer,
  syncId: string,
  rule: HomeRule,
  newId: () => string,
  newEvent: NewEvent,
): Promise<HomeTeams> {
  await oneTreeChangeAtATime(tx);
  const planned = await planHomeTeams(tx, syncId, await homeKeys(tx, syncId), rule, newId);
  await insertTeams(tx, planned.missing);
  await recordEvents(
    tx,
    planned.missing.map((team) => teamEvent(null, team, newEvent)),
  );
  return planned;
}

/**
 * The directory's word on who leads a department or owns a group, once its people are in the register. Teams whose
 * managers came from elsewhere keep them.
 */
export async function nameManagers(
  tx: Writer,
  { teams, missing, known, stored, named }: HomeTeams,
  newEvent: NewEvent,
): Promise<void> {
  const wanted = await wantedManagers(tx, teams, named);
  const people = await peopleByIds(tx, [...wanted.values()].flat());
  const origins = await originsBySubject(tx, "team", [...teams.values()]);
  const made = new Map(missing.map((team) => [team.id, { ...team, version: 1 }]));
  const settled = new Set<string>();
  const given = new Map([...known].map(([key, { managerIds }]) => [key, managerIds]));
  for (const [key, teamId] of teams) {
    const team = stored.get(teamId) ?? made.get(teamId);
    const managerIds = (wanted.get(key) ?? []).filter((id) => people.get(id)?.active).sort();
    if (!team || managerIds.length === 0 || settled.has(teamId)) continue;
    if (origins.get(teamId)?.has("managerIds")) continue;
    if (!mayNameManagers(team.managerIds, given.get(key) ?? [])) continue;
    settled.add(teamId);
    given.set(key, managerIds);
    if (isSameContent(managerIds, team.managerIds)) continue;
    const after = { ...team, managerIds };
    if (await updateTeam(tx, after, team.version)) await recordEvents(tx, [teamEvent(team, after, newEvent)]);
  }
  await saveDirectoryTeams(
    tx,
    [...teams].map(([homeKey, teamId]) => ({ homeKey, teamId, managerIds: given.get(homeKey) ?? [] })),
  );
}

/** By key: the one whom most people of a department name, or the owners of a group. */
async function wantedManagers(
  tx: Writer,
  teams: ReadonlyMap<string, string>,
  named: HomeTeams["named"],
): Promise<Map<string, readonly string[]>> {
  const leaders = [...leadersOf(named)].map(([department, id]): [string, readonly string[]] => [
    departmentHomeKey(department) ?? "",
    [id],
  ]);
  const groups = groupKeys(teams.keys());
  const owners = await ownersInForce(tx, [...groups.values()]);
  const owned = [...groups].map(([key, id]): [string, readonly string[]] => [key, owners.get(id) ?? []]);
  return new Map([...leaders, ...owned]);
}

function teamEvent(before: Team | null, after: Team, newEvent: NewEvent) {
  const changes = changesBetween(before, after, ["name", "parentId", "managerIds"]);
  const action = before === null ? "team.created" : "team.changed";
  return newEvent({ action, subjectKind: "team", subjectId: after.id, changes });
}
