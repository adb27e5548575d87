import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBare } from "./bare-database";
import { type BenchDatabase, postgresDatabase, sqliteDatabase } from "./bench-database";
import { BenchOptionError, type BenchOptions, readOptions, usage } from "./bench-options";
import { cardAnswerLines, measureCardAnswers } from "./card-answers";
import { cases } from "./cases";
import { type Contender, remembersNothing, startBare, startOurs } from "./contender";
import { compareGrowth } from "./growth/growth";
import { guardLines, measureGuard } from "./guard";
import { importLines, measureImports } from "./import-rate";
import { load } from "./load";
import { comparePeers } from "./peers/peers";
import { header, linesOf, noiseOf } from "./report";
import { measureRollouts, rolloutLines } from "./rollout-load";
import { type Measured, measure } from "./rounds";
import { refuseDifferentAnswers } from "./same-answers";
import { pickSamples, type Samples } from "./samples";
import { measureSurveyClose, surveyCloseLines } from "./survey-close";
import { measureSync, syncDatabase, syncLines } from "./sync-load";

const connectionCounts = [32, 1];

async function bench(folder: string, options: BenchOptions): Promise<void> {
  const open: { stop(): Promise<void> }[] = [];
  try {
    say(`Seeding ${options.rows.toLocaleString("en-GB")} devices ...`);
    const database = await (options.postgres
      ? postgresDatabase(options.rows)
      : sqliteDatabase(folder, options.rows, true));
    open.unshift(database);
    const samples = await samplesOf(database);
    if (options.peers) return await comparePeers({ folder, database, samples }, options, say);
    const bare = await startBare(database);
    open.unshift(bare);
    const ours = await startOurs(database, remembersNothing);
    open.unshift(ours);
    await run(options, samples, { ours, bare });
    const wantsGuard = options.only.length === 0 || options.only.includes("guard");
    const listPerSecond = wantsGuard ? await listsPerSecond(ours, samples, options.seconds) : 0;
    say(
      `Our server listened ${Math.round(ours.startedInMs)} ms after it was started (Node's own start included)`,
    );
    say(`and holds ${await residentMegabytes(ours)} MB resident after all this.`);
    if (options.only.length === 0 || options.only.includes("answers")) {
      const answers = await measureCardAnswers({ ours, bare }, samples.personIds);
      say(`\nAnswers by card at 50 a second\n${cardAnswerLines(answers).join("\n")}`);
    }
    if (wantsGuard) {
      await ours.stop();
      const cost = await measureGuard(database.url, samples.personIds);
      say(`\nThe door of AUTH=entra\n${guardLines(cost, listPerSecond).join("\n")}`);
    }
    if (options.only.length === 0 || options.only.includes("sync")) {
      const loads = await measureSync(await syncDatabase(folder));
      say(`\nA council read from Microsoft Graph, on SQLite\n${syncLines(loads).join("\n")}`);
    }
    if (options.only.length === 0 || options.only.includes("survey-close")) {
      const close = await measureSurveyClose(folder);
      say(`\nThe close of a survey, on SQLite\n${surveyCloseLines(close).join("\n")}`);
    }
    if (options.only.length === 0 || options.only.includes("rollouts")) {
      const rollouts = await measureRollouts(folder, options);
      say(`\nRollouts and findings of a large council, on SQLite\n${rolloutLines(rollouts).join("\n")}`);
    }
    const wantsImport = options.only.length === 0 || options.only.includes("import");
    // The floor is an embedded database; a server has no such thing.
    if (!wantsImport || options.postgres) return;
    const rates = await measureImports(folder, options.rounds);
    say(`\nA file of devices on SQLite\n${importLines(rates).join("\n")}`);
  } finally {
    for (const part of open) await part.stop();
  }
}

async function run(
  options: BenchOptions,
  samples: Samples,
  contenders: { readonly ours: Contender; readonly bare: Contender },
): Promise<void> {
  const { seconds, rounds, only } = options;
  const all: Measured[] = [];
  say(
    `\n${options.postgres ? "PostgreSQL" : "SQLite"}, ${rounds} rounds of ${seconds} s each in turn; ours works every answer out anew\n\n${header()}`,
  );
  for (const chosen of cases.filter(({ name }) => only.length === 0 || only.includes(name))) {
    const requests = await chosen.requests(samples, contenders.ours);
    await refuseDifferentAnswers(chosen, requests, contenders.ours, contenders.bare);
    const asked = {
      ours: { contender: contenders.ours, requests },
      other: { contender: contenders.bare, requests },
    };
    const outcomes = [];
    for (const connections of connectionCounts) {
      outcomes.push(await measure(asked, { connections, seconds, rounds }));
    }
    const measured = { bench: chosen, outcomes };
    all.push(measured);
    for (const line of linesOf(measured)) say(line);
  }
  if (all.length > 0) say(`\n${noiseOf(all.flatMap(({ outcomes }) => outcomes))}`);
}

/** Pages of the plain list, with as many at once as the server can take. */
async function listsPerSecond(ours: Contender, samples: Samples, seconds: number): Promise<number> {
  const page = cases.find(({ name }) => name === "page");
  const requests = (await page?.requests(samples, ours)) ?? [];
  return (await load(ours, requests, { connections: 32, seconds })).perSecond;
}

async function samplesOf(database: BenchDatabase): Promise<Samples> {
  const connection = openBare(database.url, "read");
  try {
    return await pickSamples(connection);
  } finally {
    await connection.close();
  }
}

async function residentMegabytes(ours: Contender): Promise<number> {
  const metrics = await (await fetch(`${ours.url}/metrics`)).text();
  const bytes = Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1]);
  return Math.round(bytes / 1024 / 1024);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const folder = mkdtempSync(join(tmpdir(), "toolroll-bench-"));
  try {
    await (options.growth ? compareGrowth(folder, options, say) : bench(folder, options));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  if (fault instanceof BenchOptionError) process.stderr.write(`${usage}\n`);
  process.exitCode = 1;
});
