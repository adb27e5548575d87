import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { BenchDatabase } from "../bench-database";
import type { BenchOptions } from "../bench-options";
import { type Contender, startBare, startOurs } from "../contender";
import { fileOf, importMs } from "../import-rate";
import { load } from "../load";
import { measure } from "../rounds";
import type { Samples } from "../samples";
import { directusFile, startDirectus } from "./directus";
import { directusVersion, installDirectus } from "./directus-install";
import { newRow, peerCases } from "./peer-cases";
import { importLine, memoryLine, p99Line, peerHeader, peerLines, startLine } from "./peer-report";

/** So long that a search of Directus is answered when 32 wait for it. */
const leastSeconds = 6;
/** For the limit, which is there to be read beside the goals and has none of its own. */
const limitSeconds = 2;
const importedRows = 10_000;
const patienceMs = 10 * 60_000;

interface Ground {
  readonly folder: string;
  readonly database: BenchDatabase;
  readonly samples: Samples;
}

interface Peers {
  readonly ours: Contender;
  readonly directus: Contender;
}

/**
 * Our server beside Directus, over the same devices on SQLite and under the same load, in turns. How far the bare server
 * comes, without guard, contract and scope, says what can be reached at all.
 * @throws NoDirectus when it cannot be installed
 */
export async function comparePeers(
  { folder, database, samples }: Ground,
  options: BenchOptions,
  say: (line: string) => void,
): Promise<void> {
  const install = options.directus ?? join(folder, "directus-install");
  say(`Installing Directus ${directusVersion} (some minutes the first time) ...`);
  await installDirectus(install);
  const home = join(folder, "directus");
  mkdirSync(home);
  const directus = await startDirectus(install, home, database.url.slice("sqlite:".length));
  const ours = await startOurs(database);
  const bare = await startBare(database);
  const peers = { ours, directus };
  try {
    const seconds = Math.max(options.seconds, leastSeconds);
    say(`\nSQLite, ${options.rounds} rounds of ${seconds} s each in turn\n\n${peerHeader()}`);
    const wanted = (name: string) => options.only.length === 0 || options.only.includes(name);
    for (const peerCase of peerCases.filter(({ ours: { name } }) => wanted(name))) {
      const asked = {
        ours: { contender: ours, requests: await peerCase.ours.requests(samples, ours) },
        other: { contender: directus, requests: peerCase.requests(samples, directusFile(home)) },
      };
      const part = { seconds, rounds: options.rounds, mayAnswerNone: true, atRest: () => answered(directus) };
      const beside = async (connections: number) => {
        const outcome = await measure(asked, { ...part, connections });
        const limit = await load(bare, asked.ours.requests, { connections, seconds: limitSeconds });
        return { ...outcome, limit: limit.perSecond / outcome.other };
      };
      const many = await beside(32);
      const one = await beside(1);
      for (const line of peerLines(peerCase, [many, one])) say(line);
      if (peerCase.ours.name === "page") say(p99Line(many));
    }
    if (wanted("import")) say(importLine(await imports(peers, samples)));
    say(memoryLine({ ours: residentMb(ours), directus: residentMb(directus) }));
    say(startLine(ours, directus));
  } finally {
    await bare.stop();
    await ours.stop();
    await directus.stop();
  }
}

/** Directus works on through requests that nobody waits for any more; this one comes after them. */
async function answered({ url, headers }: Contender): Promise<void> {
  const answer = await fetch(`${url}/items/device?fields=seq&limit=1`, { headers });
  await answer.arrayBuffer();
}

/** Of as many new devices: ours from a file with verdicts and undo, Directus from a JSON array. */
async function imports(
  { ours, directus }: Peers,
  samples: Samples,
): Promise<{ ours: number; directus: number }> {
  const oursMs = await importMs(ours, fileOf(importedRows));
  const begun = performance.now();
  const answer = await fetch(`${directus.url}/items/device?fields=seq`, {
    method: "POST",
    headers: { ...directus.headers, "Content-Type": "application/json" },
    body: JSON.stringify(Array.from({ length: importedRows }, () => newRow(samples))),
    signal: AbortSignal.timeout(patienceMs),
  });
  if (!answer.ok) throw new Error(`Directus answered ${answer.status} to ${importedRows} devices`);
  await answer.arrayBuffer();
  return { ours: oursMs, directus: performance.now() - begun };
}

/** As the operating system counts it; NaN where it has no `ps`. */
function residentMb({ pid }: Contender): number {
  try {
    return Math.round(
      Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024,
    );
  } catch {
    return Number.NaN;
  }
}
