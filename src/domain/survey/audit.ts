import { code, noCounts, rangeOf, scored } from "./counts";
import { coverOf, type FrozenGroup, type Hierarchy } from "./hierarchy";
import { type Band, bands } from "./scale";

/** How many colleagues who tell each other their own answers the release withstands. */
export const colluders = 2;

/**
 * The exact audit of one item: the first group some of whose people's answers are determined by the published figures, to a
 * reader who besides knows who answered, how many are scored in every team (the hidden ones too) and the answers of two colleagues.
 *
 * The worlds that fit the figures are the whole-number flows of a network: every team sends its people to three bands, and what
 * passes each published group in a band lies within its coded range. So no general solver is needed: another world, in which
 * somebody of the group answered otherwise, exists exactly when the residual network has a way round (Ford and Fulkerson 1956).
 * The colleagues may sit anywhere: every placing of theirs that could stop a way round is tried.
 */
export function determinedGroup(
  hierarchy: Hierarchy,
  published: ReadonlySet<string>,
  from = 0,
): FrozenGroup | undefined {
  const network = networkOf(hierarchy, published);
  return hierarchy.groups
    .slice(from)
    .find((group) => isGivenAway(network, group, coverOf(hierarchy, published, group.id)));
}

/** The same of one group only. */
export function isDetermined(hierarchy: Hierarchy, published: ReadonlySet<string>, id: string): boolean {
  const network = networkOf(hierarchy, published);
  return hierarchy.groups.some((group) => {
    return group.id === id && isGivenAway(network, group, coverOf(hierarchy, published, id));
  });
}

/** Only people whose colleagues all answered alike, but for the colluders, can be determined. */
function isGivenAway(network: Network, group: FrozenGroup, cover: string | undefined): boolean {
  if (cover === undefined) return false;
  const n = scored(group.own);
  return bands.some((band) => {
    const spare = colluders - (n - group.own[band]);
    return group.own[band] > 0 && spare >= 0 && !canAnswerOtherwise(network, group, cover, band, spare);
  });
}

interface Network {
  /** The teams whose people no published group stands nearer to, by that group. */
  readonly teams: ReadonlyMap<string, readonly FrozenGroup[]>;
  readonly below: ReadonlyMap<string, readonly string[]>;
  readonly cover: ReadonlyMap<string, string>;
  /** Whether one more, or one fewer, still fits what is published of the group in the band. */
  fits(group: string, band: Band, change: 1 | -1): boolean;
}

/** Stands above the roots and for all that no published group covers; nothing is published of it. */
const outside = "";

function networkOf(hierarchy: Hierarchy, published: ReadonlySet<string>): Network {
  const teams = new Map<string, FrozenGroup[]>();
  const below = new Map<string, string[]>();
  const cover = new Map<string, string>();
  for (const group of hierarchy.groups) {
    add(teams, coverOf(hierarchy, published, group.id) ?? outside, group);
    if (!published.has(group.id)) continue;
    const above = hierarchy.above(group.id).find((id) => published.has(id)) ?? outside;
    cover.set(group.id, above);
    add(below, above, group.id);
  }
  const fits = (id: string, band: Band, change: 1 | -1) => {
    const total = hierarchy.totals.get(id) ?? noCounts;
    const range = rangeOf(code(total[band], scored(total)));
    return change === 1 ? total[band] < range.max : total[band] > range.min;
  };
  return { teams, below, cover, fits };
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/**
 * Whether one person can move from `band` to another within the group, whoever of the others the spare colluders are. A way round
 * leads past people who would have to answer otherwise too; colluders stop it only by being all of those in one team and
 * band, and then there must be another way.
 */
function canAnswerOtherwise(
  network: Network,
  group: FrozenGroup,
  cover: string,
  band: Band,
  spare: number,
  stopped: ReadonlySet<string> = new Set(),
): boolean {
  const way = wayRound(network, group, cover, band, stopped);
  return (
    way?.every(({ team, from }) => {
      const left = spare - team.own[from];
      const more = new Set([...stopped, place(team.id, from)]);
      return left < 0 || canAnswerOtherwise(network, group, cover, band, left, more);
    }) ?? false
  );
}

/** Somebody of the team who has to answer otherwise than `from` too. */
interface Swap {
  readonly team: FrozenGroup;
  readonly from: Band;
}

interface Step {
  readonly id: string;
  readonly band: Band;
  readonly swaps: readonly Swap[];
}

const place = (id: string, band: Band) => `${band}/${id}`;

function wayRound(
  network: Network,
  group: FrozenGroup,
  cover: string,
  band: Band,
  stopped: ReadonlySet<string>,
): readonly Swap[] | undefined {
  const seen = new Set<string>();
  const open: Step[] = [];
  const visit = (id: string, to: Band, swaps: readonly Swap[]) => {
    if (seen.has(place(id, to))) return;
    seen.add(place(id, to));
    open.push({ id, band: to, swaps });
  };
  for (const other of bands) if (other !== band) visit(cover, other, []);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { id, band: from, swaps } = at;
    if (id === cover && from === band) return swaps;
    const above = network.cover.get(id);
    if (above !== undefined && network.fits(id, from, 1)) visit(above, from, swaps);
    for (const child of network.below.get(id) ?? [])
      if (network.fits(child, from, -1)) visit(child, from, swaps);
    const team = largest(network.teams.get(id) ?? [], group, from, stopped);
    const then = team === undefined ? swaps : [...swaps, { team, from }];
    if (team !== undefined || id === outside)
      for (const to of bands) visit(id, to, id === outside ? swaps : then);
  }
  return undefined;
}

/** The team with most people of the band, which colluders stop least easily. */
function largest(
  teams: readonly FrozenGroup[],
  group: FrozenGroup,
  from: Band,
  stopped: ReadonlySet<string>,
): FrozenGroup | undefined {
  let found: FrozenGroup | undefined;
  for (const team of teams) {
    if (team.id === group.id || team.own[from] <= (found?.own[from] ?? 0)) continue;
    if (!stopped.has(place(team.id, from))) found = team;
  }
  return found;
}
