import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { type BenchDatabase, sqliteDatabase } from "./bench-database";
import { type Contender, signInAs, startOurs } from "./contender";
import { figuresOf } from "./server-figures";
import { type StandIns, startStandIns } from "./stand-ins";

/** What reading a whole council from Microsoft Graph took. */
export interface SyncLoad {
  readonly title: string;
  readonly seconds: number;
  readonly peakMb: number;
  readonly stalledMs: number;
  /** How long a process that had nothing to do was kept waiting meanwhile, which is the machine's doing. */
  readonly idleStalledMs: number;
  /** How often Graph was asked: for people, and in all without what went in batches. */
  readonly userPages: number;
  readonly people: number;
}

const people = 100_000;
const devicesBefore = 10_000;
const goals = { peakMb: 600, stalledMs: 100 } as const;
/** Seldom, because a look at the figures that comes right after a stall keeps that out of them. */
const sampleEveryMs = 2_000;
const longestMs = 15 * 60_000;
/** May start a sync, which IT managers may not. */
const administrator = "amina.yusuf@llanfair.example";

/** The first reading brings everybody in; the second finds nothing new, as on most nights. */
export async function measureSync(database: BenchDatabase): Promise<SyncLoad[]> {
  const standIns = await startStandIns(people);
  const ours = await startOurs(database, { ...standIns.settings, LOG_LEVEL: "warn" });
  try {
    const headers = await signInAs(ours, administrator);
    const first = await oneSync({ ...ours, headers }, standIns, "everybody is new");
    return [first, await oneSync({ ...ours, headers }, standIns, "nobody changed")];
  } finally {
    await ours.stop();
    standIns.stop();
  }
}

export function syncDatabase(folder: string): Promise<BenchDatabase> {
  return sqliteDatabase(mkdtempSync(join(folder, "sync-")), devicesBefore);
}

/** What is said of them, with the goals. */
export function syncLines(loads: readonly SyncLoad[]): string[] {
  const reached = (is: boolean) => (is ? "yes" : "NO");
  return loads.flatMap(({ title, seconds, peakMb, stalledMs, idleStalledMs, userPages, people: read }) => [
    `${title}: ${read.toLocaleString("en-GB")} people in ${userPages} pages, ${Math.round(seconds)} s`,
    `  memory at most ${Math.round(peakMb)} MB   goal under ${goals.peakMb} MB: ${reached(peakMb < goals.peakMb)}`,
    `  longest stall of the event loop ${Math.round(stalledMs)} ms   goal under ${goals.stalledMs} ms: ${reached(stalledMs < goals.stalledMs)}   of an idle process beside it ${Math.round(idleStalledMs)} ms`,
  ]);
}

interface Run {
  readonly id: string;
  readonly state: string;
  readonly parts: readonly { readonly name: string; readonly state: string; readonly fetched: number }[];
}

async function oneSync(ours: Contender, standIns: StandIns, title: string): Promise<SyncLoad> {
  const pagesBefore = await standIns.asked("/users?");
  await figuresOf(ours.url);
  const idle = monitorEventLoopDelay({ resolution: 10 });
  idle.enable();
  const begun = performance.now();
  const { id } = await asked<{ id: string }>(ours, "POST");
  let [peakMb, stalledMs] = [0, 0];
  for (;;) {
    await pause(sampleEveryMs);
    const now = await figuresOf(ours.url);
    peakMb = Math.max(peakMb, now.residentMb);
    stalledMs = Math.max(stalledMs, now.stalledMs);
    if (performance.now() - begun > longestMs) throw new Error(`${title}: the sync did not end in time`);
    const { items } = await asked<{ items: Run[] }>(ours, "GET");
    const run = items.find((each) => each.id === id);
    if (run === undefined || run.state === "running") continue;
    if (run.state !== "succeeded") throw new Error(`${title}: the sync ended ${JSON.stringify(run)}`);
    const read = run.parts.find(({ name }) => name === "people")?.fetched ?? 0;
    const userPages = (await standIns.asked("/users?")) - pagesBefore;
    return {
      title,
      seconds: (performance.now() - begun) / 1_000,
      peakMb,
      stalledMs,
      idleStalledMs: idle.max / 1e6,
      userPages,
      people: read,
    };
  }
}

async function asked<T>({ url, headers }: Contender, method: "GET" | "POST"): Promise<T> {
  const answer = await fetch(`${url}/api/graph-sync${method === "GET" ? "?limit=2" : ""}`, {
    method,
    headers,
  });
  if (!answer.ok) throw new Error(`The sync was answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}
