import { matchKey } from "../match-key";
import type { PeopleByTeam } from "./close";
import { noCounts } from "./counts";
import { hierarchyOf } from "./hierarchy";
import type { FrozenTeam } from "./membership";

/** Comments are shown of no fewer people than this, however low the minimum group. */
export const fewestForComments = 10;

export interface WrittenComment {
  readonly groupId: string;
  readonly text: string;
}

/**
 * Where each comment may be shown: with its team when enough people answered there, else together with those of the teams
 * beside it, one floor up, and so on. Every comment goes to one group only, so that no comparison tells two groups apart that are
 * shown together; what even the whole has too few people for is not shown at all.
 * @param answered people who answered, by home team
 */
export function placesOfComments(
  teams: readonly FrozenTeam[],
  answered: PeopleByTeam,
  minimum: number,
): Map<string, string> {
  const hierarchy = hierarchyOf(teams.map((team) => ({ ...team, own: noCounts })));
  const enough = Math.max(minimum, fewestForComments);
  const waiting = new Map<string, { people: number; teams: string[] }>();
  const places = new Map<string, string>();
  for (const { id, parentId } of [...hierarchy.groups].reverse()) {
    const below = waiting.get(id) ?? { people: 0, teams: [] };
    const people = below.people + (answered.get(id) ?? 0);
    const together = [...below.teams, id];
    if (people >= enough) for (const team of together) places.set(team, id);
    else if (parentId !== null) {
      const above = waiting.get(parentId) ?? { people: 0, teams: [] };
      waiting.set(parentId, { people: above.people + people, teams: [...above.teams, ...together] });
    }
  }
  return places;
}

/** Whether the comment holds one of the names, or a first or last name of at least three letters, as a word. */
export function namesSomebody(text: string, nameWords: ReadonlySet<string>): boolean {
  return wordsOf(text).some((word) => nameWords.has(word));
}

/** The words of people's names, for `namesSomebody`. */
export function nameWordsOf(names: readonly string[]): Set<string> {
  return new Set(names.flatMap(wordsOf).filter((word) => word.length > 2));
}

function wordsOf(text: string): string[] {
  return matchKey(text)
    .split(/[^\p{L}\p{M}'’-]+/u)
    .filter((word) => word !== "");
}
