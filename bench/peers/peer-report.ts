import type { Contender } from "../contender";
import type { Outcome } from "../rounds";
import { importedRows, type Pair } from "./peer-figures";

const residentGoalMb = 200;

/** What one case gave at one number of connections. */
export interface Beside extends Outcome {
  /** How many times as much as the peer ours does when every answer is worked out anew. */
  readonly workedOut: number;
  /** And how many times as much the bare server does. */
  readonly limit: number;
}

const columns = [
  ["case", 40],
  ["connections", 12],
  ["ours/s", 9],
  ["its/s", 11],
  ["times", 8],
  ["spread", 15],
  ["goal", 6],
  ["", 5],
  ["worked out", 12],
  ["bare", 8],
  ["p99 ms", 9],
  ["its p99", 9],
] as const;

export function peerHeader(peer: string): string {
  return lineOf(columns.map(([title]) => (title === "its/s" ? `${peer}/s` : title)));
}

export function peerLines(
  title: string,
  goals: readonly [many: number, one: number],
  outcomes: readonly [many: Beside, one: Beside],
): string[] {
  return outcomes.map((outcome, at) => {
    const goal = goals[at] ?? Number.NaN;
    return lineOf([
      title,
      String(outcome.connections),
      perSecond(outcome.ours),
      perSecond(outcome.other),
      times(outcome.ratio),
      `${times(outcome.lowest)}-${times(outcome.highest)}`,
      String(goal),
      reached(outcome.ratio >= goal),
      times(outcome.workedOut),
      times(outcome.limit),
      outcome.p99Ms.toFixed(1),
      outcome.otherP99Ms.toFixed(1),
    ]);
  });
}

/** @param goal how large that share may be, where there is a goal */
export function p99Line(peer: string, page: Outcome, goal: number | undefined): string {
  const share = page.p99Ms / page.otherP99Ms;
  const line = `p99 of a page with ${page.connections} connections: ${share.toFixed(3)} of that of ${peer}`;
  return goal === undefined ? line : `${line}   goal up to ${goal}: ${reached(share <= goal)}`;
}

export function importLine(peer: string, { ours, other }: Pair, goal: number): string {
  const ratio = other / ours;
  return `\n${whole(importedRows)} new devices: ours ${whole(ours)} ms, ${peer} ${whole(other)} ms: ${times(ratio)} times   goal ${goal}: ${reached(ratio >= goal)}`;
}

export function memoryLine(peer: string, { ours, other }: Pair): string {
  return `resident after all this: ours ${ours} MB, ${peer} ${other} MB   goal up to ${residentGoalMb}: ${reached(ours <= residentGoalMb)}`;
}

export function startLine(peer: string, ours: Contender, other: Contender): string {
  return `listening after: ours ${whole(ours.startedInMs)} ms, ${peer} ${whole(other.startedInMs)} ms (Node's own start included)`;
}

function lineOf(cells: readonly string[]): string {
  return columns
    .map(([, width], at) => (at === 0 ? (cells[at] ?? "").padEnd(width) : (cells[at] ?? "").padStart(width)))
    .join("");
}

function perSecond(value: number): string {
  return value < 100 ? value.toFixed(1) : whole(value);
}

function times(value: number): string {
  return value.toFixed(1);
}

function whole(value: number): string {
  return Math.round(value).toLocaleString("en-GB");
}

function reached(is: boolean): string {
  return is ? "yes" : "NO";
}
