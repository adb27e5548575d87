import { type BandCounts, noCounts, sum } from "./counts";

/** A team as it was frozen when the survey opened; `own` counts the people whose home team it is, not those of teams below. */
export interface FrozenGroup {
  readonly id: string;
  readonly parentId: string | null;
  readonly own: BandCounts;
}

export interface Hierarchy {
  /** Parents before children. */
  readonly groups: readonly FrozenGroup[];
  readonly totals: ReadonlyMap<string, BandCounts>;
  /** The groups above, nearest first. */
  above(id: string): readonly string[];
}

/** A parent that is not among the groups, or a circle, is a fault: the frozen hierarchy was checked when it was frozen. */
export function hierarchyOf(groups: readonly FrozenGroup[]): Hierarchy {
  const paths = new Map<string, readonly string[]>();
  const waiting = new Map<string | null, FrozenGroup[]>();
  for (const group of groups) {
    const siblings = waiting.get(group.parentId);
    if (siblings === undefined) waiting.set(group.parentId, [group]);
    else siblings.push(group);
  }
  const ordered: FrozenGroup[] = [];
  const open: (string | null)[] = [null];
  for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
    const path = parent === null ? [] : [parent, ...(paths.get(parent) ?? [])];
    for (const group of waiting.get(parent) ?? []) {
      paths.set(group.id, path);
      ordered.push(group);
      open.push(group.id);
    }
  }
  if (ordered.length !== groups.length)
    throw new Error("the frozen hierarchy has a circle or an unknown parent");
  const above = (id: string) => paths.get(id) ?? [];
  return { groups: ordered, totals: totalsOf(ordered, above), above };
}

function totalsOf(
  groups: readonly FrozenGroup[],
  above: (id: string) => readonly string[],
): Map<string, BandCounts> {
  const totals = new Map<string, BandCounts>();
  for (const group of groups) {
    for (const id of [group.id, ...above(group.id)])
      totals.set(id, sum(totals.get(id) ?? noCounts, group.own));
  }
  return totals;
}

/** The group itself or the nearest above it whose figures are published; undefined where none is. */
export function coverOf(
  hierarchy: Hierarchy,
  published: ReadonlySet<string>,
  id: string,
): string | undefined {
  return published.has(id) ? id : hierarchy.above(id).find((above) => published.has(above));
}
