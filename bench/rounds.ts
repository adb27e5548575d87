import type { BenchCase, BenchRequest } from "./cases";
import type { Contender } from "./contender";
import { type Load, load } from "./load";

/** What one case gave at one number of connections. */
export interface Outcome {
  readonly connections: number;
  readonly ours: number;
  readonly other: number;
  /** Median over the rounds, each against its neighbour in time. */
  readonly ratio: number;
  readonly lowest: number;
  readonly highest: number;
  readonly p99Ms: number;
  readonly otherP99Ms: number;
  /** How far the other's own figures lie apart, as a share: how noisy the machine was. */
  readonly noise: number;
}

export interface Measured {
  readonly bench: BenchCase;
  readonly outcomes: readonly Outcome[];
}

const usualWarmUp = 0.5;

/** A contender, and what it is asked. */
export interface Asked {
  readonly contender: Contender;
  readonly requests: readonly BenchRequest[];
}

/** How one contender is put under load. */
interface Part {
  readonly connections: number;
  readonly seconds: number;
  /** How long it is under load before that, of which nothing is counted. */
  readonly warmUp?: number;
}

interface MeasureOptions extends Part {
  readonly rounds: number;
  /** Waits until nobody works any more on what was asked and given up. */
  readonly atRest?: () => Promise<void>;
  /** The other may be so slow that nobody is answered in the time there is. */
  readonly mayAnswerNone?: boolean;
}

/** For a figure that is told beside others: after the same warm-up, but not in turns. */
export async function once({ contender, requests }: Asked, part: Part): Promise<Load> {
  const { connections, warmUp = usualWarmUp } = part;
  await load(contender, requests, { connections, seconds: warmUp, mayAnswerNone: true });
  return load(contender, requests, part);
}

/** The contenders take turns, and who begins changes each round, so that neither has the quieter machine. */
export async function measure(
  { ours, other }: { readonly ours: Asked; readonly other: Asked },
  options: MeasureOptions,
): Promise<Outcome> {
  const { connections, seconds, rounds, warmUp = usualWarmUp } = options;
  const asking = async ({ contender, requests }: Asked, part: Parameters<typeof load>[2]) => {
    const result = await load(contender, requests, part);
    await options.atRest?.();
    return result;
  };
  for (const asked of [ours, other])
    await asking(asked, { connections, seconds: warmUp, mayAnswerNone: true });
  const { mayAnswerNone = false } = options;
  const part = { connections, seconds, mayAnswerNone };
  const pairs: { ours: Load; other: Load }[] = [];
  for (let round = 0; round < rounds; round++) {
    const oursFirst = round % 2 === 1;
    const first = await asking(oursFirst ? ours : other, part);
    const second = await asking(oursFirst ? other : ours, part);
    pairs.push(oursFirst ? { ours: first, other: second } : { ours: second, other: first });
  }
  const ratios = pairs.map((pair) => pair.ours.perSecond / pair.other.perSecond);
  const others = pairs.map((pair) => pair.other.perSecond);
  return {
    connections,
    ours: median(pairs.map((pair) => pair.ours.perSecond)),
    other: median(others),
    ratio: median(ratios),
    lowest: Math.min(...ratios),
    highest: Math.max(...ratios),
    p99Ms: median(pairs.map((pair) => pair.ours.p99Ms)),
    otherP99Ms: median(pairs.map((pair) => pair.other.p99Ms)),
    noise: (Math.max(...others) - Math.min(...others)) / median(others),
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
