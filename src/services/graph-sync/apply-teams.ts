import type { Writer } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import { managersByDepartment } from "../../database/stores/graph/stage-store";
import { originsBySubject } from "../../database/stores/origin-store";
import { peopleByIds } from "../../database/stores/person-store";
import { allTeams, insertTeams, oneTreeChangeAtATime, updateTeam } from "../../database/stores/team-store";
import { changesBetween } from "../../domain/audit-event";
import { departmentKey, departmentNames, leadersOf } from "../../domain/graph-sync/home-team";
import { matchKey } from "../../domain/match-key";
import type { Team } from "../../domain/team";
import type { NewEvent } from "./apply-people";

/**
 * A team for every department of a staged reading: the one of that name, or a new one at the top. A name that several
 * teams have says nothing.
 * @returns ids of teams by the key of their department
 */
export async function teamsForDepartments(
  tx: Writer,
  syncId: string,
  newId: () => string,
  newEvent: NewEvent,
): Promise<Map<string, string>> {
  await oneTreeChangeAtATime(tx);
  const names = departmentNames(await managersByDepartment(tx, syncId));
  const byName = new Map<string, Team[]>();
  for (const team of await allTeams(tx)) {
    const key = matchKey(team.name);
    byName.set(key, [...(byName.get(key) ?? []), team]);
  }
  const missing = [...names].filter(([key]) => !byName.has(key));
  const made = missing.map(([, name]): Team => ({ id: newId(), name, parentId: null, managerIds: [] }));
  await insertTeams(tx, made);
  await recordEvents(
    tx,
    made.map((team) => teamEvent(null, team, newEvent)),
  );
  const found = [...names.keys()].flatMap((key): [string, string][] => {
    const [team, ...others] = byName.get(key) ?? [];
    return team !== undefined && others.length === 0 ? [[key, team.id]] : [];
  });
  return new Map([
    ...found,
    ...made.map(({ id, name }): [string, string] => [departmentKey(name) ?? "", id]),
  ]);
}

/**
 * The directory's word on who leads a department, once its people are in the register. Teams whose managers came from
 * elsewhere keep them.
 */
export async function nameLeaders(
  tx: Writer,
  staged: {
    readonly syncId: string;
    readonly beforeId: string | null;
    readonly teams: ReadonlyMap<string, string>;
  },
  newEvent: NewEvent,
): Promise<void> {
  const leaders = leadersOf(await managersByDepartment(tx, staged.syncId));
  const former =
    staged.beforeId === null ? new Map() : leadersOf(await managersByDepartment(tx, staged.beforeId));
  const known = await peopleByIds(tx, [...leaders.values()]);
  const teams = new Map((await allTeams(tx)).map((team) => [team.id, team]));
  const origins = await originsBySubject(tx, "team", [...staged.teams.values()]);
  for (const [key, teamId] of staged.teams) {
    const [team, leader] = [teams.get(teamId), leaders.get(key)];
    if (!team || leader === undefined || !known.get(leader)?.active) continue;
    const [only, ...others] = team.managerIds;
    const isOurs = only === undefined || (others.length === 0 && only === former.get(key));
    if (!isOurs || only === leader || origins.get(teamId)?.has("managerIds")) continue;
    const after = { ...team, managerIds: [leader] };
    if (await updateTeam(tx, after, team.version)) await recordEvents(tx, [teamEvent(team, after, newEvent)]);
  }
}

function teamEvent(before: Team | null, after: Team, newEvent: NewEvent) {
  const changes = changesBetween(before, after, ["name", "parentId", "managerIds"]);
  const action = before === null ? "team.created" : "team.changed";
  return newEvent({ action, subjectKind: "team", subjectId: after.id, changes });
}
