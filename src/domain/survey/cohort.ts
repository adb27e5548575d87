import { type CountRange, type PublishedCount, rangeOf } from "./counts";
import { percent, wilson } from "./interval";
import type { ReleasedFigures } from "./release";
import { type Estimate, type Trend, trend } from "./trend";

/** Per cent of a team's people who must have been trained for its figures to be those of the trained. */
export const trainedFrom = 80;
/** Per cent who may have been for a team to compare them with; teams in between are in neither. */
export const untrainedUpTo = 20;

/** What a release publishes of one group for one statement, with how many it asked there. */
export interface ReleasedCell {
  readonly invited: number;
  readonly figures: ReleasedFigures;
}

/** A group of the later survey; people are counted with those of the groups below, as they are today. */
export interface CohortGroup {
  readonly id: string;
  readonly parentId: string | null;
  readonly people: number;
  /** Those of them who were at a session between the two surveys. */
  readonly trained: number;
  /** Null is hidden, for whatever reason, or not asked. */
  readonly before: ReleasedCell | null;
  readonly after: ReleasedCell | null;
}

export interface CohortFigures extends Estimate {
  readonly n: number;
  readonly favourable: PublishedCount;
}

/** Whole groups, none of which lies within another. */
export interface CohortSide {
  readonly groupIds: readonly string[];
  readonly people: number;
  readonly trained: number;
  readonly before: CohortFigures;
  readonly after: CohortFigures;
  readonly change: Trend;
}

export interface Cohort {
  readonly trained: CohortSide;
  /** Null where no group to compare with is published in both. */
  readonly others: CohortSide | null;
}

export const noCohortReasons = ["no-team-trained", "figures-hidden"] as const;
export type NoCohortReason = (typeof noCohortReasons)[number];

/**
 * How those who were trained between two surveys stood before and after. Only whole groups count whose figures both releases publish, so
 * this is a sum of cells that its reader may read anyway, and says of nobody's answer what they do not: people picked by name could be
 * compared with the same people less one.
 */
export function cohortOf(groups: readonly CohortGroup[]): Cohort | NoCohortReason {
  const below = childrenOf(groups);
  const tops = groups.filter(({ parentId }) => !groups.some(({ id }) => id === parentId));
  if (!groups.some(isTrained)) return "no-team-trained";
  const trained = topmost(tops, below, isTrained);
  const side = sideOf(trained);
  if (side === null) return "figures-hidden";
  const has = (one: CohortGroup): boolean => isTrained(one) || (below.get(one.id) ?? []).some(has);
  const others = topmost(tops, below, (one) => isUntrained(one) && !has(one));
  return { trained: side, others: sideOf(others) };
}

export function isTrained({ people, trained }: Pick<CohortGroup, "people" | "trained">): boolean {
  return people > 0 && trained * 100 >= people * trainedFrom;
}

function isUntrained({ people, trained }: CohortGroup): boolean {
  return people > 0 && trained * 100 <= people * untrainedUpTo;
}

function childrenOf(groups: readonly CohortGroup[]): Map<string, CohortGroup[]> {
  const below = new Map<string, CohortGroup[]>();
  for (const group of groups) {
    if (group.parentId === null) continue;
    const siblings = below.get(group.parentId);
    if (siblings === undefined) below.set(group.parentId, [group]);
    else siblings.push(group);
  }
  return below;
}

/** The highest groups that fit and that both releases publish, so that none lies within another. */
function topmost(
  tops: readonly CohortGroup[],
  below: ReadonlyMap<string, readonly CohortGroup[]>,
  fits: (group: CohortGroup) => boolean,
): PublishedGroup[] {
  const found: PublishedGroup[] = [];
  const open = [...tops];
  for (let group = open.pop(); group !== undefined; group = open.pop()) {
    const { before, after } = group;
    if (before !== null && after !== null && fits(group)) found.push({ ...group, before, after });
    else open.push(...(below.get(group.id) ?? []));
  }
  return found;
}

type PublishedGroup = CohortGroup & { readonly before: ReleasedCell; readonly after: ReleasedCell };

function sideOf(groups: readonly PublishedGroup[]): CohortSide | null {
  if (groups.length === 0) return null;
  const before = figuresOf(groups.map((group) => group.before));
  const after = figuresOf(groups.map((group) => group.after));
  return {
    groupIds: groups.map(({ id }) => id).sort(),
    people: total(groups, ({ people }) => people),
    trained: total(groups, ({ trained }) => trained),
    before,
    after,
    change: trend(before, after),
  };
}

/** Sums of published counts; a sum with a coded count in it is a range itself. */
function figuresOf(cells: readonly ReleasedCell[]): CohortFigures {
  const n = total(cells, ({ figures }) => figures.n);
  const population = Math.max(
    n,
    total(cells, ({ invited }) => invited),
  );
  const { min, max }: CountRange = {
    min: total(cells, ({ figures }) => rangeOf(figures.favourable).min),
    max: total(cells, ({ figures }) => rangeOf(figures.favourable).max),
  };
  return {
    n,
    favourable: min === max ? min : { min, max },
    favourablePercent: min === max ? percent(min / n) : null,
    interval: [wilson(min, n, population)[0], wilson(max, n, population)[1]],
  };
}

function total<T>(of: readonly T[], count: (one: T) => number): number {
  return of.reduce((sum, one) => sum + count(one), 0);
}
