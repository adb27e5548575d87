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
 * The colleagues may sit anywhere, so other people's answers count as free only where more share them than there are colleagues.
 */
export function determinedGroup(
  hierarchy: Hierarchy,
  published: ReadonlySet<string>,
): FrozenGroup | undefined {
  const network = networkOf(hierarchy, published);
  return hierarchy.groups.find((group) =>
    isGivenAway(network, group, coverOf(hierarchy, published, group.id)),
  );
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

/** Whether one person can move from `band` to another within the group, somebody else or the coded ranges making good for it. */
function canAnswerOtherwise(
  network: Network,
  group: FrozenGroup,
  cover: string,
  band: Band,
  spare: number,
): boolean {
  const seen = new Set<string>();
  const open: [string, Band][] = [];
  const visit = (id: string, to: Band) => {
    const key = `${to}/${id}`;
    if (seen.has(key)) return;
    seen.add(key);
    open.push([id, to]);
  };
  for (const other of bands) if (other !== band) visit(cover, other);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const [id, from] = at;
    if (id === cover && from === band) return true;
    const above = network.cover.get(id);
    if (above !== undefined && network.fits(id, from, 1)) visit(above, from);
    for (const child of network.below.get(id) ?? []) if (network.fits(child, from, -1)) visit(child, from);
    const swaps = (network.teams.get(id) ?? []).some(
      (team) => team.id !== group.id && team.own[from] > spare,
    );
    if (swaps || id === outside) for (const to of bands) visit(id, to);
  }
  return false;
}
