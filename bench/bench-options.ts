import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { caseNames as serverCases } from "./cases";

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
}

export class BenchOptionError extends Error {}

export const usage = `npm run bench -- [--rows 100000] [--seconds 1.5] [--rounds 3] [--only page,deep] [--postgres] [--peers]
  --rows      devices in the register, 10,000 to 1,000,000
  --seconds   how long one contender is under load in one round, 0.5 to 5
  --rounds    how often the contenders take turns, 1 to 9
  --only      cases by name, separated by commas: ${caseNames.join(", ")}
  --postgres  against a PostgreSQL server of its own instead of SQLite
  --peers     beside Directus and NocoDB, which are installed into a temporary folder for it
  --peers-in  a folder in which they are installed already, or will be and stay: directus and nocodb in it`;

/** @throws BenchOptionError with a sentence for whoever typed it */
export function readOptions(args: readonly string[]): BenchOptions {
  const values = parsed(args);
  const peersIn = values["peers-in"];
  const only = values.only?.split(",").map((name) => name.trim()) ?? [];
  const unknown = only.find((name) => !caseNames.includes(name));
  if (unknown !== undefined) throw new BenchOptionError(`--only knows no case "${unknown}".`);
  return {
    rows: inside("rows", values.rows, 100_000, 10_000, 1_000_000),
    seconds: inside("seconds", values.seconds, 1.5, 0.5, 5),
    rounds: inside("rounds", values.rounds, 3, 1, 9),
    only,
    postgres: values.postgres ?? false,
    peers: values.peers ?? peersIn !== undefined,
    peersIn: peersIn === undefined ? null : resolve(peersIn),
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
