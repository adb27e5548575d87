import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { SeededDatabase } from "../bench-database";
import type { BenchOptions } from "../bench-options";
import { type Contender, remembersNothing, startBare, startOurs } from "../contender";
import { atRest } from "../import-rate";
import { measure, once } from "../rounds";
import type { Samples } from "../samples";
import { deviceDatabase, idle } from "./device-database";
import { directus } from "./directus";
import { nocodb } from "./nocodb";
import { NoPeer, type Peer, type RunningPeer } from "./peer";
import { type PeerCase, type PeerSamples, peerCases, peerSamples } from "./peer-cases";
import { measureImports, residentMb } from "./peer-figures";
import {
  type Beside,
  importLine,
  memoryLine,
  p99Line,
  peerHeader,
  peerLines,
  startLine,
} from "./peer-report";
import { refuseOtherAnswers } from "./same-as-peer";

const peers: readonly Peer[] = [directus, nocodb];

/** So long that a search of a peer is answered when 32 wait for it. */
const leastSeconds = 6;
/** A server that was just started is at its usual speed after so long, and no sooner on a slow machine. */
const warmUp = 2;
/** For what is there to be read beside the goals and has none of its own. */
const besideSeconds = 3;

interface Ground {
  readonly folder: string;
  readonly database: SeededDatabase;
  readonly samples: Samples;
}

/** All that take turns, over databases of their own with the same devices. */
interface Contenders {
  readonly ours: Contender;
  /** Ours, but with every answer worked out anew. */
  readonly anew: Contender;
  readonly bare: Contender;
  readonly peer: RunningPeer;
  /** Waits until the peer works no more on requests that nobody waits for. */
  readonly peerAtRest: () => Promise<void>;
}

/**
 * Our server beside each peer, one after the other, over the same devices and under the same load, in turns. How far the
 * bare server comes, without guard, contract and scope, says what can be reached at all.
 * @throws NoPeer when none of them can be installed
 */
export async function comparePeers(
  ground: Ground,
  options: BenchOptions,
  say: (line: string) => void,
): Promise<void> {
  const samples = await peerSamples(ground.database.url, ground.samples);
  const missing: NoPeer[] = [];
  for (const peer of peers) {
    const install = join(options.peersIn ?? join(ground.folder, "peers"), folderOf(peer));
    say(`\nInstalling ${peer.name} ${peer.version} (some minutes the first time) ...`);
    try {
      await peer.install(install);
    } catch (fault) {
      if (!(fault instanceof NoPeer)) throw fault;
      say(fault.message);
      missing.push(fault);
      continue;
    }
    await withContenders(peer, { ...ground, install }, (contenders) =>
      comparePeer(peer, contenders, samples, options, say),
    );
  }
  if (missing.length === peers.length) throw new NoPeer("There was no peer to compare with.");
}

function folderOf({ name }: Peer): string {
  return name.toLowerCase();
}

/** Only one peer runs at a time: the machine belongs to those who are compared. */
async function withContenders(
  peer: Peer,
  { folder, database, install }: Omit<Ground, "samples"> & { readonly install: string },
  work: (contenders: Contenders) => Promise<void>,
): Promise<void> {
  const home = join(folder, `home-${folderOf(peer)}`);
  mkdirSync(home);
  const devicesUrl = await deviceDatabase(database, home, `devices_${folderOf(peer)}`);
  const own = { ...database, url: await database.copy(`ours_${folderOf(peer)}`) };
  const anewOwn = { ...database, url: await database.copy(`anew_${folderOf(peer)}`) };
  const open: Contender[] = [];
  const opened = <C extends Contender>(contender: C): C => {
    open.unshift(contender);
    return contender;
  };
  try {
    const running = opened(await peer.start({ install, home, devicesUrl }));
    const ours = opened(await startOurs(own));
    const anew = opened(await startOurs(anewOwn, remembersNothing));
    const bare = opened(await startBare(database));
    for (const each of [ours, anew]) await atRest(each);
    await work({ ours, anew, bare, peer: running, peerAtRest: () => peerAtRest(running, devicesUrl) });
  } finally {
    for (const contender of open) await contender.stop();
  }
}

async function comparePeer(
  peer: Peer,
  contenders: Contenders,
  samples: PeerSamples,
  options: BenchOptions,
  say: (line: string) => void,
): Promise<void> {
  const { ours, peer: running } = contenders;
  const { rounds, only, postgres } = options;
  const goals = peer.goals[postgres ? "postgres" : "sqlite"];
  const part = { rounds, warmUp, seconds: Math.max(options.seconds, leastSeconds) };
  const wanted = (name: string) => only.length === 0 || only.includes(name);
  const engine = postgres ? "PostgreSQL" : "SQLite";
  say(`\n${peer.name} on ${engine}, ${rounds} rounds of ${part.seconds} s each in turn\n`);
  say(peerHeader(peer.name));
  for (const peerCase of peerCases.filter(({ ours: { name } }) => wanted(name))) {
    const asked = await askedOf(peerCase, contenders, samples);
    const many = await measureBeside(asked, contenders, { ...part, connections: 32 });
    const one = await measureBeside(asked, contenders, { ...part, connections: 1 });
    for (const line of peerLines(peerCase.ours.title, peerCase.goals(goals), [many, one])) say(line);
    if (peerCase.ours.name === "page") say(p99Line(peer.name, many, goals.p99));
  }
  if (wanted("import"))
    say(importLine(peer.name, await measureImports(ours, running, samples), goals.import));
  say(memoryLine(peer.name, { ours: residentMb(ours), other: residentMb(running) }));
  say(startLine(peer.name, ours, running));
}

async function measureBeside(
  asked: Parameters<typeof measure>[0],
  { anew, bare, peerAtRest: resting }: Contenders,
  part: Parameters<typeof measure>[1],
): Promise<Beside> {
  const outcome = await measure(asked, { ...part, mayAnswerNone: true, atRest: resting });
  const timesAsMuch = async (contender: Contender) => {
    const { requests } = asked.ours;
    const { perSecond } = await once({ contender, requests }, { ...part, seconds: besideSeconds });
    return perSecond / outcome.other;
  };
  return { ...outcome, workedOut: await timesAsMuch(anew), limit: await timesAsMuch(bare) };
}

async function askedOf(peerCase: PeerCase, { ours, peer }: Contenders, samples: PeerSamples) {
  const asked = {
    ours: { contender: ours, requests: await peerCase.ours.requests(samples, ours) },
    other: { contender: peer, requests: peerCase.requests(samples, peer.api) },
  };
  await refuseOtherAnswers(peerCase, asked);
  return asked;
}

/** A peer takes up what it is asked in turn, so this one comes after the others; PostgreSQL may still be at work on those. */
async function peerAtRest({ url, headers, api }: RunningPeer, devicesUrl: string): Promise<void> {
  const answer = await fetch(url + api.one(1), { headers });
  await answer.arrayBuffer();
  if (!devicesUrl.startsWith("sqlite:")) await idle(devicesUrl);
}
