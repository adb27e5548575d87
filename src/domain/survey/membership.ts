import type { Person } from "../person";
import type { Team } from "../team";

/** One person's place in a survey, fixed when it opens: who moves or leaves later stays where they were asked. */
export interface Member {
  readonly personId: string;
  readonly groupId: string;
}

export interface FrozenTeam {
  readonly id: string;
  readonly parentId: string | null;
}

export interface Membership {
  readonly members: readonly Member[];
  /** The teams that have members, and all above them: the only groups that figures can ever be made for. */
  readonly teams: readonly FrozenTeam[];
}

/** People who left and people without a home team are not asked: no figure could hold their answers. */
export function freeze(
  audience: readonly Pick<Person, "id" | "teamId" | "active">[],
  teams: readonly Pick<Team, "id" | "parentId">[],
): Membership {
  const known = new Map(teams.map((team) => [team.id, team]));
  const members = new Map<string, Member>();
  const kept = new Map<string, FrozenTeam>();
  for (const { id, teamId, active } of audience) {
    if (!active || teamId === null || !known.has(teamId)) continue;
    members.set(id, { personId: id, groupId: teamId });
    for (let team = known.get(teamId); team !== undefined && !kept.has(team.id); ) {
      const above = team.parentId === null ? undefined : known.get(team.parentId);
      kept.set(team.id, { id: team.id, parentId: above?.id ?? null });
      team = above;
    }
  }
  return { members: [...members.values()], teams: underOneRoot([...kept.values()]) };
}

/** Stands above all teams where the directory names none that does. */
export const everyoneGroup = "everyone";

/** So that the figures of the whole are always there to compare with, and are audited with the others. */
function underOneRoot(teams: readonly FrozenTeam[]): FrozenTeam[] {
  if (teams.filter(({ parentId }) => parentId === null).length < 2) return [...teams];
  const below = teams.map(({ id, parentId }) => ({ id, parentId: parentId ?? everyoneGroup }));
  return [{ id: everyoneGroup, parentId: null }, ...below];
}
