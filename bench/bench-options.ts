import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { caseNames as serverCases } from "./cases";
import { growthCaseNames } from "./growth/growth-cases";

/** The bare server has no guard, reads nothing from Graph, closes no surveys and takes no files: these are measured by themselves. */
const caseNames = [...serverCases, "answers", "guard", "sync", "survey-close", "rollouts", "import"];

export interface BenchOptions {
  readonly rows: number;
  /** Of one contender in one round. */
  readonly seconds: number;
  readonly rounds: number;
  /** Empty means every case. */
  readonly only: readonly string[];
  readonly postgres: boolean;
  /** Against Directus and NocoDB instead of the bare server. */
  readonly peers: boolean;
  /** Where these are installed, or will be, each in a folder of its own; null for one that goes afterwards. */
  readonly peersIn: string | null;
  /** Over `small` devices and over `rows`, instead of beside the bare server. */
  readonly growth: boolean;
  readonly small: number;
}

export class BenchOptionError extends Error {}

export const usage = `npm run bench -- [--rows 100000] [--seconds 1.5] [--rounds 3] [--only page,deep] [--postgres] [--peers | --growth]
  --rows      devices in the register, 10,000 to 1,000,000
  --seconds   how long one contender is under load in one round, 0.5 to 5
  --rounds    how often the contenders take turns, 1 to 9
  --only      cases by name, separated by commas: ${caseNames.join(", ")}
  --postgres  against a PostgreSQL server of its own instead of SQLite
  --peers     beside Directus and NocoDB, which are installed into a temporary folder for it
  --peers-in  a folder in which they are installed already, or will be and stay: directus and nocodb in it
  --growth    our server over few devices beside our server over many: how much slower it becomes
              in ${growthCaseNames.join(", ")}
  --small     the few devices of --growth, 10,000 unless told; --rows are the many, 1,000,000 unless told
              (which takes 2 GB of disk and some ten minutes before anything is measured)`;

/** @throws BenchOptionError with a sentence for whoever typed it */
export function readOptions(args: readonly string[]): BenchOptions {
  const values = parsed(args);
  const peersIn = values["peers-in"];
  const peers = values.peers ?? peersIn !== undefined;
  const growth = values.growth ?? values.small !== undefined;
  if (growth && peers)
    throw new BenchOptionError("--growth compares ours with itself, --peers with others: one at a time.");
  const rows = inside("rows", values.rows, growth ? 1_000_000 : 100_000, 10_000, 1_000_000);
  const small = inside("small", values.small, 10_000, 10_000, 1_000_000);
  if (growth && small >= rows) throw new BenchOptionError(`--small must be under --rows, which is ${rows}.`);
  const only = values.only?.split(",").map((name) => name.trim()) ?? [];
  const known = growth ? growthCaseNames : caseNames;
  const unknown = only.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new BenchOptionError(`--only knows no case "${unknown}".`);
  return {
    rows,
    seconds: inside("seconds", values.seconds, 1.5, 0.5, 5),
    rounds: inside("rounds", values.rounds, 3, 1, 9),
    only,
    postgres: values.postgres ?? false,
    peers,
    peersIn: peersIn === undefined ? null : resolve(peersIn),
    growth,
    small,
  };
}

function parsed(args: readonly string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  const options = {
    rows: text,
    seconds: text,
    rounds: text,
    only: text,
    postgres: flag,
    peers: flag,
    "peers-in": text,
    growth: flag,
    small: text,
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (fault) {
    throw new BenchOptionError(fault instanceof Error ? fault.message : String(fault));
  }
}

function inside(name: string, text: string | undefined, usual: number, least: number, most: number): number {
  if (text === undefined) return usual;
  const value = Number(text.replaceAll(/[,_]/g, ""));
  if (Number.isFinite(value) && value >= least && value <= most) return value;
  throw new BenchOptionError(`--${name} must be a number from ${least} to ${most}, not "${text}".`);
}
