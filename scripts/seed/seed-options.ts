import { parseArgs } from "node:util";
import { isDay } from "../../src/domain/instant";
import type { CouncilSize } from "./council";

export interface SeedOptions extends CouncilSize {
  /** Leaves a database with data alone and says nothing. */
  readonly ifEmpty: boolean;
}

export class SeedOptionError extends Error {}

export const usage = `npm run seed -- [--people 1200] [--devices 1500] [--seed 1] [--day YYYY-MM-DD] [--if-empty]
  --people    how many people the council employs; teams grow along
  --devices   how many devices are in its register
  --seed      another number gives another council
  --day       the day that dates are relative to; today if left out
  --if-empty  do nothing when the database holds data already`;

/** @throws SeedOptionError with a sentence for whoever typed it */
export function readOptions(args: readonly string[], today: Date): SeedOptions {
  const values = parsed(args);
  const day = values.day ?? today.toISOString().slice(0, 10);
  if (!isDay(day)) throw new SeedOptionError(`--day must be a day like 2026-11-02, not "${day}".`);
  return {
    people: whole("people", values.people, 1_200, 20, 200_000),
    devices: whole("devices", values.devices, 1_500, 20, 500_000),
    seed: whole("seed", values.seed, 1, 0, 4_294_967_295),
    now: new Date(`${day}T00:00:00Z`),
    ifEmpty: values["if-empty"] ?? false,
  };
}

function parsed(args: readonly string[]) {
  const text = { type: "string" } as const;
  const options = {
    people: text,
    devices: text,
    seed: text,
    day: text,
    "if-empty": { type: "boolean" },
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (fault) {
    throw new SeedOptionError(fault instanceof Error ? fault.message : String(fault));
  }
}

function whole(
  name: string,
  text: string | undefined,
  standard: number,
  least: number,
  most: number,
): number {
  if (text === undefined) return standard;
  const plain = text.replaceAll(/[,_]/g, "");
  const value = Number(plain);
  if (!/^\d+$/.test(plain) || value < least || value > most) {
    throw new SeedOptionError(
      `--${name} must be a whole number from ${count(least)} to ${count(most)}, not "${text}".`,
    );
  }
  return value;
}

export function count(value: number): string {
  return value.toLocaleString("en-GB");
}
