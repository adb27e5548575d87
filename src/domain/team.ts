import { Refusal } from "./refusal";

/** An organisational unit: directorate > service > team. */
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly managerIds: readonly string[];
}

export interface TeamDraft {
  readonly name: string;
  readonly parentId: string | null;
  readonly managerIds: readonly string[];
}

/** Both fields are named, so that a caller who forgets one or calls it otherwise does not compile; undefined is any. */
export interface TeamFilter {
  readonly parentId: string | undefined;
  readonly search: string | undefined;
}

export const anyTeam: TeamFilter = { parentId: undefined, search: undefined };

/** A filter of a list as it is asked for: with `below`, the teams below the named ones too. */
export type WithBelow<Filter extends { readonly teamIds: readonly string[] | undefined }> = Filter & {
  readonly below: boolean | undefined;
};

type Branch = Pick<Team, "id" | "parentId">;

/** The named teams and every team below them, each once. A circle in the data does not hang it. */
export function withTeamsBelow(teams: readonly Branch[], rootIds: readonly string[]): string[] {
  const children = new Map<string, string[]>();
  for (const team of teams) {
    if (team.parentId === null) continue;
    const siblings = children.get(team.parentId);
    if (siblings === undefined) children.set(team.parentId, [team.id]);
    else siblings.push(team.id);
  }
  const found = new Set<string>();
  const open = [...rootIds];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(children.get(id) ?? []));
  }
  return [...found];
}

/**
 * Refuses a parent that lies below the team itself.
 * @throws Refusal conflict `team-circle`
 */
export function refuseCircle(teams: readonly Branch[], teamId: string, parentId: string | null): void {
  if (parentId !== null && withTeamsBelow(teams, [teamId]).includes(parentId)) {
    throw new Refusal("conflict", "team-circle");
  }
}
