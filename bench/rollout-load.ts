import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { benchSize, benchWaveId, fillWave } from "./bench-waves";
import type { BenchCase } from "./cases";
import { type Contender, startBare, startOurs } from "./contender";
import { atRest } from "./import-rate";
import { header, linesOf, noiseOf } from "./report";
import { type Measured, measure } from "./rounds";
import { refuseDifferentAnswers } from "./same-answers";
import { figuresOf } from "./server-figures";

/** Something that takes long, and what others noticed of it. */
export interface LongStep {
  readonly title: string;
  readonly seconds: number;
  /** Null where only the stall is judged. */
  readonly within: number | null;
  readonly stalledMs: number;
  /** How long a process that had nothing to do was kept waiting meanwhile, which is the machine's doing. */
  readonly idleStalledMs: number;
  readonly slowestMs: number;
}

export interface RolloutLoad {
  readonly asked: readonly Measured[];
  readonly steps: readonly LongStep[];
}

const stallGoalMs = 100;
const findingsWithin = 20;
const sampleEveryMs = 100;
const leastForLong = 3;
const wave = `/api/waves/${benchWaveId}`;

const asked: readonly BenchCase[] = [
  {
    name: "wave-progress",
    title: "progress of a wave of 20,000 people",
    goal: 0.6,
    requests: () => [{ path: `${wave}/progress` }],
  },
  {
    name: "wave-gates",
    title: "seven gates of a wave of 20,000 people",
    goal: 0.6,
    requests: () => [{ path: `${wave}/gates` }],
  },
  {
    name: "wave-people",
    title: "page of 50 of a wave's people, with total",
    goal: 0.55,
    requests: () => [
      { path: `${wave}/participants?limit=50` },
      { path: `${wave}/participants?limit=50&state=live` },
    ],
  },
];

/** A large council: what is asked beside the bare server, then what takes long, by itself. */
export async function measureRollouts(
  folder: string,
  { seconds, rounds }: { readonly seconds: number; readonly rounds: number },
): Promise<RolloutLoad> {
  const url = `sqlite:${join(mkdtempSync(join(folder, "rollouts-")), "toolroll.sqlite")}`;
  const { applicationId } = await fillWave(url);
  const database = { url, copyUrl: url, stop: async () => {} };
  const ours = await startOurs(database);
  try {
    await atRest(ours);
    const bare = await startBare(database);
    const beside = await besideBare(ours, bare, { seconds, rounds }).finally(() => bare.stop());
    return { asked: beside, steps: await longSteps(ours, applicationId) };
  } finally {
    await ours.stop();
  }
}

/** What is said of them, with the goals. */
export function rolloutLines({ asked: measured, steps }: RolloutLoad): string[] {
  const reached = (is: boolean) => (is ? "yes" : "NO");
  return [
    header(),
    ...measured.flatMap(linesOf),
    noiseOf(measured.flatMap(({ outcomes }) => outcomes)),
    ...steps.flatMap(({ title, seconds, within, stalledMs, idleStalledMs, slowestMs }) => [
      `${title}: ${seconds.toFixed(1)} s${within === null ? "" : `   goal under ${within} s: ${reached(seconds < within)}`}`,
      `  longest stall of the event loop ${Math.round(stalledMs)} ms   goal under ${stallGoalMs} ms: ${reached(stalledMs < stallGoalMs)}   of an idle process beside it ${Math.round(idleStalledMs)} ms; slowest of the other requests ${Math.round(slowestMs)} ms`,
    ]),
  ];
}

async function besideBare(
  ours: Contender,
  bare: Contender,
  { seconds, rounds }: { readonly seconds: number; readonly rounds: number },
): Promise<Measured[]> {
  const found: Measured[] = [];
  for (const bench of asked) {
    const requests = [...(await bench.requests(noSamples, ours))];
    await refuseDifferentAnswers(bench, requests, ours, bare);
    const both = { ours: { contender: ours, requests }, other: { contender: bare, requests } };
    const outcomes = [];
    // Of what takes a good part of a second, more at once would only wait for each other.
    const long = bench === asked[1];
    for (const connections of long ? [4, 1] : [32, 1]) {
      const length = long ? Math.max(seconds, leastForLong) : seconds;
      outcomes.push(await measure(both, { connections, seconds: length, rounds, mayAnswerNone: true }));
    }
    found.push({ bench, outcomes });
  }
  return found;
}

const noSamples = {
  ...{ deviceIds: [], personIds: [], teamIds: [], commonWords: [], rareWords: [], applicationWords: [] },
};

export async function longSteps(ours: Contender, applicationId: string): Promise<LongStep[]> {
  const people = benchSize.people.toLocaleString("en-GB");
  const { person } = await send<{ person: { id: string } }>(ours, "GET", "/api/me");
  const wanted = { name: "Everybody again", subject: { applicationId }, ownerId: person.id };
  const rollout = await send<{ id: string }>(ours, "POST", "/api/rollouts", wanted);
  const plan = { name: "All", ring: "broad", plannedStart: "2026-11-02", plannedEnd: "2026-12-24" };
  const steps: LongStep[] = [];
  const during = async <T>(title: string, work: () => Promise<T>, within: number | null = null) => {
    const { done, ...step } = await watched(ours, work);
    steps.push({ title, within, ...step });
    return done;
  };
  const { id } = await during(`a wave of ${people} people planned`, () =>
    send<{ id: string }>(ours, "POST", `/api/rollouts/${rollout.id}/waves`, {
      ...plan,
      audience: { everyone: true },
    }),
  );
  const round = () => send(ours, "POST", "/api/findings/round");
  const size = `${people} people, ${benchSize.devices.toLocaleString("en-GB")} devices, 2,000 applications`;
  await during(`findings for ${size}`, round, findingsWithin);
  await during(`a wave of ${people} people launched`, () =>
    send(ours, "POST", `/api/waves/${id}/decision`, { decision: "go", reason: "All is ready" }),
  );
  const personIds = await everybodyOf(ours, id);
  await during(`${people} people of a wave changed at once`, () =>
    send(ours, "PATCH", `/api/waves/${id}/participants`, { personIds, state: "live" }),
  );
  await during(`a wave of ${people} people rolled back`, () =>
    send(ours, "POST", `/api/waves/${id}/roll-back`, { reason: "It does not do" }),
  );
  await during("findings again, of which few are new", round, findingsWithin);
  return steps;
}

async function everybodyOf(ours: Contender, waveId: string): Promise<string[]> {
  const found: string[] = [];
  for (let cursor = ""; ; ) {
    const more = cursor && `&cursor=${cursor}`;
    const page = await send<{ items: { personId: string }[]; nextCursor: string | null }>(
      ours,
      "GET",
      `/api/waves/${waveId}/participants?limit=200${more}`,
    );
    found.push(...page.items.map(({ personId }) => personId));
    if (page.nextCursor === null) return found;
    cursor = page.nextCursor;
  }
}

async function watched<T>(ours: Contender, work: () => Promise<T>) {
  await figuresOf(ours.url);
  const idle = monitorEventLoopDelay({ resolution: 10 });
  idle.enable();
  const begun = performance.now();
  let seconds = 0;
  const working = work().finally(() => {
    seconds = (performance.now() - begun) / 1_000;
  });
  working.catch(() => {});
  let [stalledMs, slowestMs] = [0, 0];
  do {
    const before = performance.now();
    await send(ours, "GET", "/api/devices?limit=20");
    slowestMs = Math.max(slowestMs, performance.now() - before);
    stalledMs = Math.max(stalledMs, (await figuresOf(ours.url)).stalledMs);
    await pause(sampleEveryMs);
  } while (seconds === 0);
  stalledMs = Math.max(stalledMs, (await figuresOf(ours.url)).stalledMs);
  return { done: await working, seconds, stalledMs, idleStalledMs: idle.max / 1e6, slowestMs };
}

async function send<T>(ours: Contender, method: string, path: string, body: object = {}): Promise<T> {
  const headers = { ...ours.headers, "Content-Type": "application/json" };
  const carried = method === "GET" ? {} : { body: JSON.stringify(body) };
  const answer = await fetch(ours.url + path, { method, headers, ...carried });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}
