import type { Measured, Outcome } from "./rounds";
import { headerOf, lineOf, reached, whole } from "./table";

const columns = [
  ["case", 40],
  ["connections", 12],
  ["ours/s", 9],
  ["bare/s", 9],
  ["ratio", 7],
  ["spread", 13],
  ["goal", 6],
  ["", 6],
  ["p99 ms", 8],
] as const;

export function header(): string {
  return headerOf(columns);
}

/** One line per number of connections; the goal is set for the most connections. */
export function linesOf({ bench, outcomes }: Measured): string[] {
  const most = Math.max(...outcomes.map(({ connections }) => connections));
  return outcomes.map((outcome) => {
    const judged = outcome.connections === most;
    return lineOf(columns, [
      bench.title,
      String(outcome.connections),
      whole(outcome.ours),
      whole(outcome.other),
      outcome.ratio.toFixed(2),
      `${outcome.lowest.toFixed(2)}-${outcome.highest.toFixed(2)}`,
      judged ? bench.goal.toFixed(2) : "",
      judged ? reached(outcome.ratio >= bench.goal) : "",
      outcome.p99Ms.toFixed(1),
    ]);
  });
}

/** @param whose figures the ratios are over */
export function noiseOf(outcomes: readonly Outcome[], whose = "The bare server's"): string {
  const worst = Math.max(...outcomes.map(({ noise }) => noise));
  const verdict = worst < 0.1 ? "quiet" : worst < 0.3 ? "somewhat noisy" : "noisy: ratios are rough";
  return `${whose} own figures lay up to ${percent(worst)} apart from round to round: ${verdict}.`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
