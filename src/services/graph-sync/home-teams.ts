import type { Reader } from "../../database/gateway";
import { groupsByIds } from "../../database/stores/graph/group-store";
import { type DirectoryTeam, directoryTeams } from "../../database/stores/graph/home-team-store";
import { managersByDepartment } from "../../database/stores/graph/staged-range";
import { allTeams, type StoredTeam } from "../../database/stores/team-store";
import {
  departmentHomeKey,
  groupHomeKey,
  groupOfKey,
  type HomeRule,
} from "../../domain/graph-sync/home-rule";
import { departmentNames, type NamedManager } from "../../domain/graph-sync/home-team";
import { matchKey } from "../../domain/match-key";
import type { Team } from "../../domain/team";

/** Which teams stand for which departments or groups, and those that are still to be made. */
export interface HomeTeams {
  /** Ids of teams by key, those to be made among them. */
  readonly teams: ReadonlyMap<string, string>;
  readonly missing: readonly Team[];
  /** What the register knew of before, by key. */
  readonly known: ReadonlyMap<string, DirectoryTeam>;
  readonly stored: ReadonlyMap<string, StoredTeam>;
  readonly named: readonly NamedManager[];
}

/**
 * A team for every key: the one that stood for it before, else the one of its name, else a new one at the top. A name
 * that several teams have says nothing. What another rule than this one gave is followed as long as it is known, and
 * makes no new teams.
 * @param syncId whose people name the departments
 */
export async function planHomeTeams(
  reader: Reader,
  syncId: string,
  keys: ReadonlySet<string>,
  rule: HomeRule,
  newId: () => string,
): Promise<HomeTeams> {
  const named = rule.by === "department" ? await managersByDepartment(reader, syncId) : [];
  const names = await namesOfKeys(reader, rule, named);
  const known = await directoryTeams(reader);
  const stored = new Map((await allTeams(reader)).map((team) => [team.id, team]));
  const byName = grouped([...stored.values()]);
  const teams = new Map<string, string>();
  const made = new Map<string, Team>();
  for (const key of new Set([...known.keys(), ...[...keys].sort()])) {
    const before = known.get(key)?.teamId;
    if (before !== undefined && stored.has(before)) {
      teams.set(key, before);
      continue;
    }
    const name = names.get(key);
    if (name === undefined || !keys.has(key)) continue;
    const [only, ...others] = byName.get(matchKey(name)) ?? [];
    if (others.length > 0) continue;
    const team = only ?? made.get(matchKey(name)) ?? { id: newId(), name, parentId: null, managerIds: [] };
    if (only === undefined) made.set(matchKey(name), team);
    teams.set(key, team.id);
  }
  return { teams, missing: [...made.values()], known, stored, named };
}

async function namesOfKeys(
  reader: Reader,
  rule: HomeRule,
  named: readonly NamedManager[],
): Promise<Map<string, string>> {
  if (rule.by === "department") {
    const names = [...departmentNames(named).values()];
    return new Map(names.map((name) => [departmentHomeKey(name) ?? "", name]));
  }
  const groups = await groupsByIds(reader, rule.groupIds);
  return new Map([...groups.values()].map(({ id, name }) => [groupHomeKey(id), name]));
}

function grouped(teams: readonly StoredTeam[]): Map<string, StoredTeam[]> {
  const byName = new Map<string, StoredTeam[]>();
  for (const team of teams) {
    const key = matchKey(team.name);
    byName.set(key, [...(byName.get(key) ?? []), team]);
  }
  return byName;
}

/** The keys that stand for groups, with the id of each. */
export function groupKeys(keys: Iterable<string>): Map<string, string> {
  return new Map(
    [...keys].flatMap((key) => {
      const id = groupOfKey(key);
      return id === null ? [] : [[key, id] as [string, string]];
    }),
  );
}
