import { execFileSync } from "node:child_process";
import type { Contender } from "../contender";
import { fileOf, importMs } from "../import-rate";
import type { Samples } from "../samples";
import type { RunningPeer } from "./peer";
import { newRow } from "./peer-cases";
import { askPeer } from "./peer-process";

export const importedRows = 10_000;

/** Ours, and the peer's. */
export interface Pair {
  readonly ours: number;
  readonly other: number;
}

/**
 * Of as many new devices, in milliseconds: ours from a file with verdicts and undo, the peer's from a JSON array.
 * @throws Error when they are not all there afterwards
 */
export async function measureImports(ours: Contender, peer: RunningPeer, samples: Samples): Promise<Pair> {
  const oursMs = await importMs(ours, fileOf(importedRows));
  const body = Array.from({ length: importedRows }, () => newRow(samples));
  const before = await devicesOf(peer);
  const begun = performance.now();
  await askPeer(peer, peer.api.addMany, { body });
  const otherMs = performance.now() - begun;
  const added = (await devicesOf(peer)) - before;
  if (added !== importedRows) throw new Error(`The peer added ${added} devices of ${importedRows}`);
  return { ours: oursMs, other: otherMs };
}

async function devicesOf(peer: RunningPeer): Promise<number> {
  return peer.api.told.page(await askPeer(peer, peer.api.page({}))).total;
}

/** As the operating system counts it; NaN where it has no `ps`. */
export function residentMb({ pid }: Contender): number {
  try {
    return Math.round(
      Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024,
    );
  } catch {
    return Number.NaN;
  }
}
