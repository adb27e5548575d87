/**
 * An attacker of its own making: it shares no line with the audit. It knows the tree, how many people are scored in every team,
 * everything that is published, and what its colluders answered, and counts all worlds that fit by dynamic programming over the tree.
 */
type Counts = readonly [favourable: number, neutral: number, unfavourable: number];
type Range = readonly [low: number, high: number];

export interface Target {
  readonly id: string;
  readonly parentId: string | null;
  readonly truth: Counts;
}

/** What is published of a group: a range for each band. */
export type Published = ReadonlyMap<string, readonly [Range, Range, Range]>;

interface Colluder {
  readonly id: string;
  readonly band: number;
}

/** The (favourable, neutral) pairs that a group can have, as one flag each; the rest of its n is unfavourable. */
interface Worlds {
  readonly n: number;
  readonly flags: Uint8Array;
}

const bandsOf = [0, 1, 2] as const;
const size = (counts: Counts) => counts[0] + counts[1] + counts[2];

/** The groups of which somebody's answer is recovered by some choice of so many colluders. */
export function recovered(targets: readonly Target[], published: Published, colluders: number): string[] {
  const choices = choicesOf(targets, colluders);
  return targets
    .filter((target) => choices.some((choice) => isRecovered(targets, published, target, choice)))
    .map((target) => target.id);
}

function choicesOf(targets: readonly Target[], colluders: number): Colluder[][] {
  if (colluders === 0) return [[]];
  const one = targets.flatMap((target) =>
    bandsOf.filter((band) => target.truth[band] > 0).map((band) => ({ id: target.id, band })),
  );
  if (colluders === 1) return one.map((colluder) => [colluder]);
  return one.flatMap((first, at) =>
    one
      .slice(at)
      .filter((second) => second !== first || (truthOf(targets, first.id)[first.band] ?? 0) > 1)
      .map((second) => [first, second]),
  );
}

function truthOf(targets: readonly Target[], id: string): Counts {
  return targets.find((target) => target.id === id)?.truth ?? [0, 0, 0];
}

function known(choice: readonly Colluder[], id: string): Counts {
  const count = (band: number) => choice.filter((one) => one.id === id && one.band === band).length;
  return [count(0), count(1), count(2)];
}

/** Recovered: the others of the group all answered alike, and so they do in every world that fits. */
function isRecovered(
  targets: readonly Target[],
  published: Published,
  target: Target,
  choice: readonly Colluder[],
): boolean {
  const insiders = known(choice, target.id);
  const others = bandsOf.filter((band) => target.truth[band] > insiders[band]);
  if (others.length !== 1) return false;
  const only = others[0] ?? 0;
  const rest = size(target.truth) - size(insiders);
  const differs = (world: Counts) => world[only] - insiders[only] < rest;
  const roots = targets.filter((one) => one.parentId === null);
  return !roots.every((root) => {
    const worlds = worldsOf(
      targets,
      published,
      root.id,
      choice,
      (id, world) => id !== target.id || differs(world),
    );
    return worlds.flags.some((flag) => flag === 1);
  });
}

function worldsOf(
  targets: readonly Target[],
  published: Published,
  id: string,
  choice: readonly Colluder[],
  allowed: (id: string, world: Counts) => boolean,
): Worlds {
  const least = known(choice, id);
  let worlds = leafWorlds(
    size(truthOf(targets, id)),
    (world) => bandsOf.every((band) => world[band] >= least[band]) && allowed(id, world),
  );
  for (const child of targets.filter((one) => one.parentId === id)) {
    worlds = together(worlds, worldsOf(targets, published, child.id, choice, allowed));
  }
  const ranges = published.get(id);
  return ranges === undefined ? worlds : within(worlds, ranges);
}

function leafWorlds(n: number, fits: (world: Counts) => boolean): Worlds {
  const flags = new Uint8Array((n + 1) * (n + 1));
  for (let f = 0; f <= n; f += 1) {
    for (let m = 0; f + m <= n; m += 1) if (fits([f, m, n - f - m])) flags[f * (n + 1) + m] = 1;
  }
  return { n, flags };
}

function together(a: Worlds, b: Worlds): Worlds {
  const n = a.n + b.n;
  const flags = new Uint8Array((n + 1) * (n + 1));
  const pairs = [...b.flags.keys()].filter((at) => b.flags[at] === 1);
  for (const [at, flag] of a.flags.entries()) {
    if (flag === 0) continue;
    const base = Math.floor(at / (a.n + 1)) * (n + 1) + (at % (a.n + 1));
    for (const pair of pairs) flags[base + Math.floor(pair / (b.n + 1)) * (n + 1) + (pair % (b.n + 1))] = 1;
  }
  return { n, flags };
}

function within({ n, flags }: Worlds, ranges: readonly [Range, Range, Range]): Worlds {
  const kept = flags.map((flag, at) => {
    const f = Math.floor(at / (n + 1));
    const world: Counts = [f, at % (n + 1), n - f - (at % (n + 1))];
    return flag === 1 &&
      bandsOf.every((band) => world[band] >= ranges[band][0] && world[band] <= ranges[band][1])
      ? 1
      : 0;
  });
  return { n, flags: kept };
}
