import { median, type Outcome } from "../rounds";
import { headerOf, lineOf, reached, whole } from "../table";
import { type Files, fileRows } from "./growth-import";
import type { Sides } from "./growth-samples";

const pageRows = 50;
const goals = { files: 1.3, stalledMs: 100 } as const;

const columnsOf = ({ small, large }: Sides<number>) =>
  [
    ["case", 40],
    ["connections", 12],
    [`${whole(small)}`, 11],
    [`${whole(large)}`, 11],
    ["slower", 8],
    ["spread", 13],
    ["goal", 6],
    ["", 5],
    ["rows", 12],
    ["p99 ms", 16],
  ] as const;

export function growthHeader(sizes: Sides<number>): string {
  return headerOf(columnsOf(sizes));
}

/** @param outcome of the smaller register over the larger one: how many times slower the larger is */
export function growthLine(
  title: string,
  sizes: Sides<number>,
  { outcome, goal, rows }: { readonly outcome: Outcome; readonly goal: number; readonly rows: Sides<number> },
): string {
  return lineOf(columnsOf(sizes), [
    title,
    String(outcome.connections),
    whole(outcome.ours),
    whole(outcome.other),
    outcome.ratio.toFixed(2),
    `${outcome.lowest.toFixed(2)}-${outcome.highest.toFixed(2)}`,
    goal.toFixed(1),
    reached(outcome.ratio <= goal),
    pair(short(rows.small), short(rows.large)),
    pair(outcome.p99Ms.toFixed(1), outcome.otherP99Ms.toFixed(1)),
  ]);
}

/** What the table does not say of itself. */
export function growthNote({ small, large }: Sides<number>): string {
  const last = (rows: number) => Math.min(1_000, Math.floor(rows / pageRows));
  return [
    "",
    `"slower": how often the smaller register answers in the time of one answer of the larger; "rows": in an answer of each.`,
    `The deep page is page ${whole(last(small))} of the smaller register and page ${whole(last(large))} of the larger; teams and words are the same, rare ones found as often.`,
    "Counts add up a kept total for each team, status and type that there is: in the larger register nearly all, in the smaller some.",
  ].join("\n");
}

export function memoryLine({ small, large }: Sides<number>): string {
  return `resident after all this: ${pair(whole(small), whole(large))} MB`;
}

/** Of servers over registers that no server was started over before. */
export function startLine({ small, large }: Sides<{ readonly startedInMs: number }>): string {
  return `listening after: ${pair(whole(small.startedInMs), whole(large.startedInMs))} ms (the first start, which looks at every device once)`;
}

export function fileLines(files: readonly Sides<Files>[], sizes: Sides<number>): string[] {
  const took = (side: "small" | "large") => whole(median(files.map((round) => round[side].long)));
  const slower = files.map(({ small, large }) => large.long / small.long);
  const perRow = (side: "small" | "large") =>
    files.map((round) => round[side].long / fileRows.long / (round[side].short / fileRows.short));
  const stalled = (side: "small" | "large") => Math.max(...files.map((round) => round[side].stalledMs));
  const worst = Math.max(stalled("small"), stalled("large"));
  const longer = `a row of a file of ${whole(fileRows.long)} beside one of ${whole(fileRows.short)}`;
  return [
    "\nFiles of devices, each undone before the next",
    `a file of ${whole(fileRows.long)}: ${took("small")} ms into ${whole(sizes.small)}, ${took("large")} ms into ${whole(sizes.large)}: slower ${judged(slower)}`,
    `${longer}, into ${whole(sizes.small)}: slower ${judged(perRow("small"))}`,
    `${longer}, into ${whole(sizes.large)}: slower ${judged(perRow("large"))}`,
    `longest stall of the event loop: ${pair(whole(stalled("small")), whole(stalled("large")))} ms   goal under ${goals.stalledMs} ms: ${reached(worst < goals.stalledMs)}`,
  ];
}

function judged(ratios: readonly number[]): string {
  const ratio = median(ratios);
  const spread = `${Math.min(...ratios).toFixed(2)}-${Math.max(...ratios).toFixed(2)}`;
  return `${ratio.toFixed(2)} (${spread})   goal up to ${goals.files}: ${reached(ratio <= goals.files)}`;
}

function pair(small: string, large: string): string {
  return `${small} | ${large}`;
}

function short(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}
