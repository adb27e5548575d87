import { type BandCounts, noCounts, sum } from "./counts";
import type { FrozenGroup } from "./hierarchy";
import { hierarchyOf } from "./hierarchy";
import type { FrozenTeam } from "./membership";
import { type ReleasedFigures, releaseItem } from "./release";
import { type AnswerValue, bandOf } from "./scale";

/** One answer without its person: what a response holds beyond this is never read at close. */
export interface Answer {
  readonly groupId: string;
  readonly itemId: string;
  readonly value: AnswerValue;
}

/** People by home team, those of teams below not included. */
export type PeopleByTeam = ReadonlyMap<string, number>;

/** Counts the answers of each item by team and band. Answers of unknown teams or items were refused when they were given. */
export function tally(
  teams: readonly FrozenTeam[],
  itemIds: readonly string[],
  answers: Iterable<Answer>,
): Map<string, FrozenGroup[]> {
  const counts = new Map(itemIds.map((id) => [id, new Map<string, Mutable>()]));
  for (const { groupId, itemId, value } of answers) {
    const ofItem = counts.get(itemId);
    if (ofItem === undefined) continue;
    const own = ofItem.get(groupId) ?? { ...noCounts };
    own[bandOf(value) ?? "unscored"] += 1;
    ofItem.set(groupId, own);
  }
  const groups = (ofItem: ReadonlyMap<string, BandCounts>) =>
    teams.map(({ id, parentId }) => ({ id, parentId, own: ofItem.get(id) ?? noCounts }));
  return new Map([...counts].map(([itemId, ofItem]) => [itemId, groups(ofItem)]));
}

/** The answers of both, so that many can be counted piece by piece. Both are of the same teams and items. */
export function addTallies(
  one: ReadonlyMap<string, readonly FrozenGroup[]>,
  other: ReadonlyMap<string, readonly FrozenGroup[]>,
): Map<string, FrozenGroup[]> {
  return new Map(
    [...one].map(([itemId, groups]) => {
      const more = other.get(itemId) ?? [];
      return [
        itemId,
        groups.map((group, at) => ({ ...group, own: sum(group.own, more[at]?.own ?? noCounts) })),
      ];
    }),
  );
}

type Mutable = { -readonly [Key in keyof BandCounts]: BandCounts[Key] };

/** The figures of one item after the other, so that whoever runs this can let others in between. */
export function* releases(
  teams: readonly FrozenTeam[],
  invited: PeopleByTeam,
  tallied: ReadonlyMap<string, readonly FrozenGroup[]>,
  minimum: number,
): Generator<readonly [itemId: string, figures: Map<string, ReleasedFigures>]> {
  const invitedBelow = withThoseBelow(teams, invited);
  for (const [itemId, groups] of tallied) yield [itemId, releaseItem(groups, invitedBelow, minimum)];
}

/** How many people of each team and of all below it. */
export function withThoseBelow(teams: readonly FrozenTeam[], people: PeopleByTeam): Map<string, number> {
  const { above } = hierarchyOf(teams.map((team) => ({ ...team, own: noCounts })));
  const found = new Map<string, number>();
  for (const { id } of teams) {
    for (const one of [id, ...above(id)]) found.set(one, (found.get(one) ?? 0) + (people.get(id) ?? 0));
  }
  return found;
}
