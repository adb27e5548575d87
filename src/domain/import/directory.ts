import { matchKey } from "../match-key";
import type { Person } from "../person";
import type { Team } from "../team";

/** People and teams by all that a file may name them by. Several can share a name, and leavers an e-mail address. */
export interface Directory {
  personById(id: string): Person | undefined;
  peopleByEmail(email: string): readonly Person[];
  peopleByName(name: string): readonly Person[];
  /** By what stands before the @. */
  peopleByLogin(login: string): readonly Person[];
  /** By id, path (`Directorate > Service > Team`) or name. */
  teamsNamed(text: string): readonly Team[];
  teamById(id: string): Team | undefined;
}

export function directoryOf(people: readonly Person[], teams: readonly Team[]): Directory {
  const byId = new Map(people.map((person) => [person.id, person]));
  const byEmail = grouped(people, ({ email }) => matchKey(email));
  const byName = grouped(people, ({ name }) => matchKey(name));
  const byLogin = grouped(people, ({ email }) => matchKey(email.split("@")[0] ?? ""));
  const teamsById = new Map(teams.map((team) => [team.id, team]));
  const teamsByName = grouped(teams, ({ name }) => matchKey(name));
  const teamsByPath = grouped(teams, (team) => pathKey(pathOf(team, teamsById)));
  return {
    personById: (id) => byId.get(id),
    peopleByEmail: (email) => byEmail.get(matchKey(email)) ?? [],
    peopleByName: (name) => byName.get(matchKey(name)) ?? [],
    peopleByLogin: (login) => byLogin.get(matchKey(login)) ?? [],
    teamById: (id) => teamsById.get(id),
    teamsNamed(text) {
      const known = teamsById.get(text);
      if (known) return [known];
      return teamsByPath.get(pathKey(segmentsOf(text))) ?? teamsByName.get(matchKey(text)) ?? [];
    },
  };
}

/** The names from the top down to the team. A circle in the data ends it. */
export function pathOf(team: Team, teams: ReadonlyMap<string, Team>): string[] {
  const names: string[] = [];
  const seen = new Set<string>();
  for (let at: Team | undefined = team; at && !seen.has(at.id); at = teams.get(at.parentId ?? "")) {
    seen.add(at.id);
    names.unshift(at.name);
  }
  return names;
}

export function segmentsOf(path: string): string[] {
  return path.split(/\s*[>›»]\s*/u).filter((segment) => segment !== "");
}

export function pathKey(segments: readonly string[]): string {
  return segments.map(matchKey).join(" > ");
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
