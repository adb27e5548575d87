import { parseArgs } from "node:util";
import { connectorRun } from "./connector-run";
import { crashRun } from "./crash-run";
import { faultRun } from "./fault-run";
import type { Figure } from "./figure";
import { graphRun } from "./graph-run";
import { killRun } from "./kill-run";
import { mixedRun } from "./mixed-run";
import { outboxRun } from "./outbox-run";
import { surveyReaderRun } from "./survey-reader-run";
import { surveyRun } from "./survey-run";

/** Each run at the size that `security-privacy` figures are stated for. */
const runs: readonly { readonly name: string; readonly title: string; run(): Promise<Figure[]> }[] = [
  { name: "kills", title: "500 kills of a writing process", run: () => killRun({ kills: 500 }) },
  { name: "mixed", title: "10,000 operations at once, a third rolled back", run: () => mixedRun(10_000) },
  {
    name: "outbox",
    title: "10,000 messages by 3 processes with 20 kills, at the rate that ships",
    run: () => outboxRun({ deliveries: 10_000, workers: 3, kills: 20, perSecond: 25, timed: true }),
  },
  {
    name: "crashes",
    title: "kill -9 before, between and after claim, send and mark, on both engines",
    run: crashRun,
  },
  {
    name: "connector",
    title: "5,000 messages at 25 a second to a Bot Connector with 20 % 429, 5 % 5xx and 2 % hangs",
    run: () => {
      const faults = { throttled: 20, broken: 5, hanging: 2 };
      return connectorRun({ deliveries: 5_000, perSecond: 25, faults, timed: true });
    },
  },
  {
    name: "messages",
    title: "5,000 messages at 25 a second to a Bot Connector without faults",
    run: () => {
      const faults = { throttled: 0, broken: 0, hanging: 0 };
      return connectorRun({ deliveries: 5_000, perSecond: 25, faults, timed: true });
    },
  },
  {
    name: "survey",
    title: "an attack on the survey releases of 1,000 organisations",
    run: async () => surveyRun(1_000),
  },
  {
    name: "survey-readers",
    title: "an attack on what all readers fetch about 200 organisations that were asked twice",
    run: () => surveyReaderRun(200),
  },
  {
    name: "graph",
    title: "a full sync of 20,000 people from Microsoft Graph, counted in calls",
    run: () => graphRun({ people: 20_000 }),
  },
  { name: "faults", title: "each database call failing in its turn", run: faultRun },
];

async function soak(): Promise<boolean> {
  const { values } = parseArgs({ options: { only: { type: "string" } } });
  const only = values.only?.split(",") ?? runs.map(({ name }) => name);
  const unknown = only.find((name) => runs.every((run) => run.name !== name));
  if (unknown)
    throw new Error(`There is no run "${unknown}". Choose: ${runs.map(({ name }) => name).join(", ")}`);
  let good = true;
  for (const { name, title, run } of runs) {
    if (!only.includes(name)) continue;
    const started = performance.now();
    process.stdout.write(`\n${title} ...\n`);
    const figures = await run();
    for (const { name: what, value, goal, reached } of figures) {
      process.stdout.write(`  ${reached ? "ok  " : "MISS"} ${what}: ${value} (goal ${goal})\n`);
      good &&= reached;
    }
    process.stdout.write(`  took ${Math.round((performance.now() - started) / 1_000)} s\n`);
  }
  return good;
}

soak().then(
  (good) => process.exit(good ? 0 : 1),
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.stack : String(fault)}\n`);
    process.exit(1);
  },
);
