import type { TeamAnswer } from "../../src/contracts/person-contract";
import { matchKey } from "../../src/domain/match-key";

export interface TeamOption {
  readonly id: string;
  readonly name: string;
  /** From the top down, `Corporate › Digital › Service desk`. */
  readonly path: string;
  readonly depth: number;
}

type Branch = Pick<TeamAnswer, "id" | "name" | "parentId">;

/**
 * Every team once, parents before children, brothers by name. A team whose parent the caller cannot see, or
 * whose parents run in a circle, stands at the top.
 */
export function teamOptions(teams: readonly Branch[], language: string): TeamOption[] {
  const ids = new Set(teams.map((team) => team.id));
  const children = new Map<string | null, Branch[]>();
  for (const team of teams) {
    const parent = team.parentId !== null && ids.has(team.parentId) ? team.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), team]);
  }
  const byName = new Intl.Collator(language).compare;
  const options = new Map<string, TeamOption>();
  const add = (branches: readonly Branch[], above: readonly string[]): void => {
    for (const team of branches.toSorted((one, other) => byName(one.name, other.name))) {
      if (options.has(team.id)) continue;
      const names = [...above, team.name];
      options.set(team.id, { id: team.id, name: team.name, path: names.join(" › "), depth: above.length });
      add(children.get(team.id) ?? [], names);
    }
  };
  add(children.get(null) ?? [], []);
  add(
    teams.filter((team) => !options.has(team.id)),
    [],
  );
  return [...options.values()];
}

/** Every word typed must occur somewhere in the path; accents and case do not matter. */
export function matchTeams(options: readonly TeamOption[], typed: string): readonly TeamOption[] {
  const words = fold(typed).split(" ").filter(Boolean);
  if (words.length === 0) return options;
  return options.filter((option) => {
    const path = fold(option.path);
    return words.every((word) => path.includes(word));
  });
}

function fold(text: string): string {
  return matchKey(text.normalize("NFD").replace(/\p{Mn}/gu, ""));
}
