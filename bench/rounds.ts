import type { BenchCase, BenchRequest } from "./cases";
import type { Contender } from "./contender";
import { type Load, load } from "./load";

/** What one case gave at one number of connections. */
export interface Outcome {
  readonly connections: number;
  readonly ours: number;
  readonly bare: number;
  /** Median over the rounds, each against its neighbour in time. */
  readonly ratio: number;
  readonly lowest: number;
  readonly highest: number;
  readonly p99Ms: number;
  /** How far the bare server's own figures lie apart, as a share: how noisy the machine was. */
  readonly noise: number;
}

export interface Measured {
  readonly bench: BenchCase;
  readonly outcomes: readonly Outcome[];
}

const warmUpSeconds = 0.5;

/** The contenders take turns, and who begins changes each round, so that neither has the quieter machine. */
export async function measure(
  requests: readonly BenchRequest[],
  { ours, bare }: { readonly ours: Contender; readonly bare: Contender },
  options: { readonly connections: number; readonly seconds: number; readonly rounds: number },
): Promise<Outcome> {
  const { connections, seconds, rounds } = options;
  for (const contender of [ours, bare])
    await load(contender, requests, { connections, seconds: warmUpSeconds });
  const pairs: { ours: Load; bare: Load }[] = [];
  for (let round = 0; round < rounds; round++) {
    const first = round % 2 === 0 ? bare : ours;
    const second = first === bare ? ours : bare;
    const one = await load(first, requests, { connections, seconds });
    const other = await load(second, requests, { connections, seconds });
    pairs.push(first === bare ? { bare: one, ours: other } : { bare: other, ours: one });
  }
  const ratios = pairs.map((pair) => pair.ours.perSecond / pair.bare.perSecond);
  const bares = pairs.map((pair) => pair.bare.perSecond);
  return {
    connections,
    ours: median(pairs.map((pair) => pair.ours.perSecond)),
    bare: median(bares),
    ratio: median(ratios),
    lowest: Math.min(...ratios),
    highest: Math.max(...ratios),
    p99Ms: median(pairs.map((pair) => pair.ours.p99Ms)),
    noise: (Math.max(...bares) - Math.min(...bares)) / median(bares),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** Of times in milliseconds. */
export interface Spread {
  readonly median: number;
  readonly p99: number;
}

export function spreadOf(took: readonly number[]): Spread {
  const sorted = [...took].sort((a, b) => a - b);
  return { median: median(sorted), p99: sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN };
}
