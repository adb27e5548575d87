import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { type BenchDatabase, postgresDatabase, sqliteDatabase } from "../bench-database";
import type { BenchOptions } from "../bench-options";
import type { BenchCase } from "../cases";
import { type Contender, remembersNothing, startOurs } from "../contender";
import { atRest } from "../import-rate";
import { noiseOf } from "../report";
import { type Asked, measure, type Outcome } from "../rounds";
import type { Samples } from "../samples";
import { figuresOf } from "../server-figures";
import { type GrowthCase, growthCases } from "./growth-cases";
import { measureFiles } from "./growth-import";
import { fileLines, growthHeader, growthLine, growthNote, memoryLine, startLine } from "./growth-report";
import { pickSides, rowsAnswered, type Sides } from "./growth-samples";

type Say = (line: string) => void;

const connectionCounts = [32, 1];
/** For the findings that a server makes of itself when it starts, of a million devices on a slow machine. */
const patienceMs = 5 * 60_000;

/** Our server over few devices beside our server over many, everything else being the same, in turns. */
export async function compareGrowth(folder: string, options: BenchOptions, say: Say): Promise<void> {
  const seeded: BenchDatabase[] = [];
  const seed = async (rows: number) => {
    say(`Seeding ${rows.toLocaleString("en-GB")} devices ...`);
    const database = await (options.postgres
      ? postgresDatabase(rows)
      : sqliteDatabase(mkdtempSync(join(folder, "growth-")), rows));
    seeded.push(database);
    return database;
  };
  try {
    await measureGrowth({ small: await seed(options.small), large: await seed(options.rows) }, options, say);
  } finally {
    for (const database of seeded) await database.stop();
  }
}

/** Of registers that hold `options.small` and `options.rows` devices. */
export async function measureGrowth(
  databases: Sides<BenchDatabase>,
  options: BenchOptions,
  say: Say,
): Promise<void> {
  const samples = await pickSides(databases);
  const open: Contender[] = [];
  const start = async (database: BenchDatabase) => {
    // One that is remembered takes as long whatever the register holds.
    const contender = await startOurs(database, remembersNothing);
    open.push(contender);
    await atRest(contender, patienceMs);
    return contender;
  };
  try {
    const contenders = { small: await start(databases.small), large: await start(databases.large) };
    await run({ contenders, samples }, options, say);
    say(memoryLine(await residentMb(contenders)));
    say(startLine(contenders));
  } finally {
    for (const each of open) await each.stop();
  }
}

interface Ground {
  readonly contenders: Sides<Contender>;
  readonly samples: Sides<Samples>;
}

/** New devices stay, so that they come last; until then the registers are of the size that they are said to be. */
async function run(ground: Ground, options: BenchOptions, say: Say): Promise<void> {
  const { postgres, rounds, seconds } = options;
  const sizes = sizesOf(options);
  const isWanted = (name: string) => options.only.length === 0 || options.only.includes(name);
  const wanted = growthCases.filter(({ ours }) => isWanted(ours.name));
  const outcomes: Outcome[] = [];
  const compareAll = async (some: readonly GrowthCase[]) => {
    for (const each of some) outcomes.push(...(await compare(each, ground, options, say)));
  };
  const engine = postgres ? "PostgreSQL, a server for each register" : "SQLite";
  say(`\n${engine}, ${rounds} rounds of ${seconds} s each in turn, per second\n\n${growthHeader(sizes)}`);
  await compareAll(wanted.filter(({ ours }) => ours.name !== "insert"));
  const files = isWanted("import") ? await measureFiles(ground.contenders, rounds) : [];
  await compareAll(wanted.filter(({ ours }) => ours.name === "insert"));
  say(growthNote(sizes));
  if (outcomes.length > 0 && rounds > 1) say(noiseOf(outcomes, "The larger register's"));
  if (files.length > 0) say(fileLines(files, sizes).join("\n"));
}

/** One case at all numbers of connections. */
async function compare(
  { ours, goal }: GrowthCase,
  ground: Ground,
  options: BenchOptions,
  say: Say,
): Promise<Outcome[]> {
  const asked = await askedOf(ours, ground);
  const rows = await rowsAnswered(ours.name, asked);
  const outcomes: Outcome[] = [];
  for (const connections of connectionCounts) {
    const { seconds, rounds, postgres } = options;
    const sides = { ours: asked.small, other: asked.large };
    const outcome = await measure(sides, { connections, seconds, rounds });
    outcomes.push(outcome);
    const told = { outcome, rows, goal: goal[postgres ? "postgres" : "sqlite"] };
    say(growthLine(ours.title, sizesOf(options), told));
  }
  return outcomes;
}

function sizesOf({ small, rows }: BenchOptions): Sides<number> {
  return { small, large: rows };
}

async function askedOf(bench: BenchCase, { contenders, samples }: Ground): Promise<Sides<Asked>> {
  const asked = async (side: keyof Sides<unknown>) => ({
    contender: contenders[side],
    requests: await bench.requests(samples[side], contenders[side]),
  });
  return { small: await asked("small"), large: await asked("large") };
}

async function residentMb({ small, large }: Sides<Contender>): Promise<Sides<number>> {
  const of = async ({ url }: Contender) => (await figuresOf(url)).residentMb;
  return { small: await of(small), large: await of(large) };
}
