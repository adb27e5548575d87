import { determinedGroup, isDetermined } from "./audit";
import { code, noCounts, type PublishedCount, rangeOf, scored } from "./counts";
import { coverOf, type FrozenGroup, type Hierarchy, hierarchyOf } from "./hierarchy";
import { percent, wilson } from "./interval";
import { type Band, bands } from "./scale";
import { suppress } from "./suppression";
import type { Estimate } from "./trend";

export const lowestMinimum = 5;
export const defaultMinimum = 7;

/** The figures of one group for one item, and all that ever leaves of it. */
export interface ReleasedFigures extends Estimate, Readonly<Record<Band, PublishedCount>> {
  readonly n: number;
}

/**
 * What of one item is published, by group; what is missing is hidden and gives no reason. `invited` counts the people of the
 * group and of those below it. Runs in time that grows with the teams, not with the people.
 */
export function releaseItem(
  groups: readonly FrozenGroup[],
  invited: ReadonlyMap<string, number>,
  minimum: number,
): Map<string, ReleasedFigures> {
  if (minimum < lowestMinimum) throw new Error("the minimum group is never under 5");
  const hierarchy = hierarchyOf(groups);
  const released = new Map<string, ReleasedFigures>();
  for (const id of publishable(hierarchy, minimum))
    released.set(id, figuresOf(hierarchy, id, invited.get(id) ?? 0));
  return released;
}

/**
 * Cells are dropped, and the rest is suppressed again, until the audit finds nobody. Figures less published never take a world
 * away, so groups that were safe stay safe and the audit goes on where it stopped.
 */
export function publishable(hierarchy: Hierarchy, minimum: number): Set<string> {
  let published = suppress(hierarchy, minimum, new Set(hierarchy.groups.map((group) => group.id)));
  for (let found = determinedGroup(hierarchy, published); found !== undefined; ) {
    published = withoutOne(hierarchy, published, minimum, found.id);
    found = determinedGroup(hierarchy, published, hierarchy.groups.indexOf(found));
  }
  return published;
}

/**
 * Hides the determined group itself where it is published. Where it is hidden already, a published neighbour gives it away:
 * the smallest whose hiding cures it, so that the figures of the whole above them stay where they can.
 */
function withoutOne(
  hierarchy: Hierarchy,
  published: ReadonlySet<string>,
  minimum: number,
  id: string,
): Set<string> {
  const without = (dropped: string) =>
    suppress(hierarchy, minimum, new Set([...published].filter((one) => one !== dropped)));
  const cover = coverOf(hierarchy, published, id) ?? id;
  if (cover === id) return without(id);
  const size = (one: string) => scored(hierarchy.totals.get(one) ?? noCounts);
  const neighbours = [...published]
    .filter((one) => hierarchy.above(one).find((above) => published.has(above)) === cover)
    .sort((a, b) => size(a) - size(b));
  const cures = neighbours.map(without).find((left) => left.has(cover) && !isDetermined(hierarchy, left, id));
  return cures ?? without(neighbours[0] ?? cover);
}

/** The percentage is left out where the favourable count is coded: it would say the count. */
function figuresOf(hierarchy: Hierarchy, id: string, invited: number): ReleasedFigures {
  const total = hierarchy.totals.get(id) ?? noCounts;
  const n = scored(total);
  const [favourable, neutral, unfavourable] = bands.map((band) => code(total[band], n)) as [
    PublishedCount,
    PublishedCount,
    PublishedCount,
  ];
  const { min, max } = rangeOf(favourable);
  const population = Math.max(n, invited);
  return {
    n,
    favourable,
    neutral,
    unfavourable,
    favourablePercent: min === max ? percent(min / n) : null,
    interval: [wilson(min, n, population)[0], wilson(max, n, population)[1]],
  };
}
