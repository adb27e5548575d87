import type { Contender } from "../contender";
import type { Outcome } from "../rounds";
import type { PeerCase } from "./peer-cases";

const goals = { import: 25, p99: 0.1, residentMb: 200 } as const;

const columns = [
  ["case", 40],
  ["connections", 12],
  ["ours/s", 9],
  ["Directus/s", 11],
  ["times", 8],
  ["spread", 15],
  ["goal", 6],
  ["", 5],
  ["bare", 7],
  ["p99 ms", 9],
  ["its p99", 9],
] as const;

export function peerHeader(): string {
  return lineOf(columns.map(([title]) => title));
}

/** @param outcomes with how many times as much as Directus the bare server does */
export function peerLines(
  { ours, goals: wanted }: PeerCase,
  outcomes: readonly (Outcome & { readonly limit: number })[],
): string[] {
  return outcomes.map((outcome, at) => {
    const goal = wanted[at] ?? Number.NaN;
    return lineOf([
      ours.title,
      String(outcome.connections),
      perSecond(outcome.ours),
      perSecond(outcome.other),
      outcome.ratio.toFixed(1),
      `${outcome.lowest.toFixed(1)}-${outcome.highest.toFixed(1)}`,
      String(goal),
      reached(outcome.ratio >= goal),
      outcome.limit.toFixed(1),
      outcome.p99Ms.toFixed(1),
      outcome.otherP99Ms.toFixed(1),
    ]);
  });
}

export function p99Line(page: Outcome): string {
  const share = page.p99Ms / page.otherP99Ms;
  return `p99 of a page with ${page.connections} connections: ${share.toFixed(3)} of Directus's   goal up to ${goals.p99}: ${reached(share <= goals.p99)}`;
}

export function importLine({ ours, directus }: { readonly ours: number; readonly directus: number }): string {
  const ratio = directus / ours;
  return `\n10,000 new devices: ours ${whole(ours)} ms, Directus ${whole(directus)} ms: ${ratio.toFixed(1)} times   goal ${goals.import}: ${reached(ratio >= goals.import)}`;
}

export function memoryLine({ ours, directus }: { readonly ours: number; readonly directus: number }): string {
  return `resident after all this: ours ${ours} MB, Directus ${directus} MB   goal up to ${goals.residentMb}: ${reached(ours <= goals.residentMb)}`;
}

export function startLine(ours: Contender, directus: Contender): string {
  return `listening after: ours ${whole(ours.startedInMs)} ms, Directus ${whole(directus.startedInMs)} ms (Node's own start included)`;
}

function lineOf(cells: readonly string[]): string {
  return columns
    .map(([, width], at) => (at === 0 ? (cells[at] ?? "").padEnd(width) : (cells[at] ?? "").padStart(width)))
    .join("");
}

function perSecond(value: number): string {
  return value < 100 ? value.toFixed(1) : whole(value);
}

function whole(value: number): string {
  return Math.round(value).toLocaleString("en-GB");
}

function reached(is: boolean): string {
  return is ? "yes" : "NO";
}
