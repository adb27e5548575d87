import { noCounts, scored } from "./counts";
import type { Hierarchy } from "./hierarchy";

/**
 * The groups whose figures for one item may be published, out of `candidates`: none under the minimum, and what is hidden under
 * any published group (its figures less those published below it) is nobody or at least the minimum, so that no subtraction
 * reveals a small group. Further groups are hidden smallest first until that holds.
 */
export function suppress(
  hierarchy: Hierarchy,
  minimum: number,
  candidates: ReadonlySet<string>,
): Set<string> {
  const size = (id: string) => scored(hierarchy.totals.get(id) ?? noCounts);
  const published = new Set([...candidates].filter((id) => size(id) >= minimum));
  for (let found = exposing(hierarchy, published, minimum); found !== undefined; ) {
    published.delete(found);
    found = exposing(hierarchy, published, minimum);
  }
  return published;
}

/** The next group to hide: the smallest right below a published group that would expose a small remainder. */
function exposing(hierarchy: Hierarchy, published: ReadonlySet<string>, minimum: number): string | undefined {
  for (const [cover, rest] of remainders(hierarchy, published)) {
    if (rest.answered > 0 && rest.scored < minimum) return rest.smallest ?? cover;
  }
  return undefined;
}

interface Remainder {
  scored: number;
  answered: number;
  smallest: string | undefined;
  smallestSize: number;
}

/** What each published group holds beyond the published groups right below it. */
function remainders(hierarchy: Hierarchy, published: ReadonlySet<string>): Map<string, Remainder> {
  const found = new Map<string, Remainder>();
  for (const { id } of hierarchy.groups) {
    if (!published.has(id)) continue;
    const total = hierarchy.totals.get(id) ?? noCounts;
    const size = scored(total);
    found.set(id, {
      scored: size,
      answered: size + total.unscored,
      smallest: undefined,
      smallestSize: Infinity,
    });
    const above = hierarchy.above(id).find((candidate) => published.has(candidate));
    const rest = above === undefined ? undefined : found.get(above);
    if (rest === undefined) continue;
    rest.scored -= size;
    rest.answered -= size + total.unscored;
    if (size < rest.smallestSize) Object.assign(rest, { smallest: id, smallestSize: size });
  }
  return found;
}
