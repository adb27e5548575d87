import type { Contender } from "../contender";
import { atRest, fileOf, importMs } from "../import-rate";
import { figuresOf } from "../server-figures";
import type { Sides } from "./growth-samples";

/** Milliseconds, of a file of so many rows. */
export interface Files {
  readonly short: number;
  readonly long: number;
  /** Of the event loop, while either was read and written. */
  readonly stalledMs: number;
}

export const fileRows = { short: 2_000, long: 10_000 } as const;

const files = { short: fileOf(fileRows.short), long: fileOf(fileRows.long) };

/** Each file is undone before the next, so that the registers stay as large as they are. Who begins changes each round. */
export async function measureFiles(contenders: Sides<Contender>, rounds: number): Promise<Sides<Files>[]> {
  for (const side of ["small", "large"] as const) await take(contenders[side], files.short);
  const all: Sides<Files>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const largeFirst = round % 2 === 1;
    const early = largeFirst ? await takeBoth(contenders.large) : null;
    const small = await takeBoth(contenders.small);
    all.push({ small, large: early ?? (await takeBoth(contenders.large)) });
  }
  return all;
}

async function takeBoth(contender: Contender): Promise<Files> {
  const short = await take(contender, files.short);
  const long = await take(contender, files.long);
  return {
    short: short.tookMs,
    long: long.tookMs,
    stalledMs: Math.max(short.stalledMs, long.stalledMs),
  };
}

async function take(contender: Contender, file: string): Promise<{ tookMs: number; stalledMs: number }> {
  await atRest(contender);
  // Asking begins the count of stalls anew.
  await figuresOf(contender.url);
  const tookMs = await importMs(contender, file);
  const { stalledMs } = await figuresOf(contender.url);
  await undoLatest(contender);
  return { tookMs, stalledMs };
}

async function undoLatest({ url, headers }: Contender): Promise<void> {
  const listed = await fetch(`${url}/api/imports?limit=1`, { headers });
  const { items } = (await listed.json()) as { items: { id: string }[] };
  const answer = await fetch(`${url}/api/imports/${items[0]?.id}/undo`, { method: "POST", headers });
  if (!answer.ok) throw new Error(`The undo of an import answered ${answer.status}`);
  await answer.arrayBuffer();
}
