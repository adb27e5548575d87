import { setTimeout as pause } from "node:timers/promises";
import type { Reader, Writer } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import { homeRuleInForce } from "../../database/stores/graph/home-team-store";
import { clearSuperseded, partsInForce } from "../../database/stores/graph/part-store";
import {
  beginRun,
  endRun,
  findRun,
  forgetRuns,
  lastSyncs,
  notePart,
  oneSyncAtATime,
  type PartResult,
  runningSyncs,
  runPage,
  type SyncKind,
  type SyncRun,
} from "../../database/stores/graph/sync-run-store";
import { runsKeptDays, type SyncSchedule, syncDue } from "../../domain/graph-sync/sync-due";
import { runState } from "../../domain/graph-sync/sync-part";
import { addDays, toInstant } from "../../domain/instant";
import type { Page, PageRequest } from "../../domain/page";
import type { Caller } from "../../domain/permission";
import { Refusal } from "../../domain/refusal";
import { failureOf } from "../../platform/failure";
import type { Log } from "../../platform/log";
import type { ServiceContext } from "../service-context";
import { runDeltaSync } from "./delta-sync";
import { runFullSync } from "./full-sync";
import type { GraphAccess } from "./graph-access";
import { eventMaker, swapPeople } from "./swap-people";
import { type SyncRound, writePiece } from "./sync-round";

export type { SyncRun };

/** Reads Graph in the background, one sync at a time over all replicas. */
export interface GraphSyncer {
  /** @throws Refusal conflict `graph-not-set-up`, `sync-running` */
  start(kind: SyncKind, caller: Caller | null): Promise<{ readonly id: string }>;
  /** Begins what the schedule asks for now; null for nothing, also while another sync is under way. */
  startDue(): Promise<{ readonly id: string } | null>;
  /** Resolves when no sync of this process is under way. */
  idle(): Promise<void>;
  /** Ends what is under way as failed; what is in force stays. */
  stop(): Promise<void>;
}

/** Of so many the rows of an earlier sync are taken away in larger pieces. */
const manyPeople = 5_000;
const manyAtOnce = 5_000;
const fewAtOnce = 150;

/** A sync that gives no sign of life for so long was left behind by a process that died; the longest rest is shorter. */
const deadAfterMs = 20 * 60_000;

export function graphSyncer(
  context: ServiceContext,
  access: GraphAccess,
  log: Log,
  rest: (ms: number, signal: AbortSignal) => Promise<void> = restFor,
): GraphSyncer {
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  const go = async (connection: Connection, run: Begun) => {
    const graph = { ...connection, rest: (ms: number) => rest(ms, stopping.signal) };
    const inForce = await context.gateway.read(partsInForce);
    const homeRule = await context.gateway.read(homeRuleInForce);
    const round: SyncRound = {
      ...{ ...run, context, graph, access, inForce, homeRule, counts: {}, results: new Map() },
      ...{ stopping: stopping.signal },
    };
    const work = runRound(round, run.kind, log).finally(() => underWay.delete(work));
    underWay.add(work);
    return { id: run.id };
  };
  return {
    async start(kind, caller) {
      const { connection } = access;
      if (connection === null) throw new Refusal("conflict", "graph-not-set-up");
      return go(connection, await context.gateway.write((tx) => begin(context, tx, kind, caller)));
    },
    async startDue() {
      const { connection, schedule } = access;
      const never = schedule.full === null && schedule.deltaMinutes === null;
      if (connection === null || never || stopping.signal.aborted) return null;
      const run = await beginDue(context, schedule);
      return run && go(connection, run);
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    async stop() {
      stopping.abort();
      await this.idle();
    },
  };
}

type Connection = NonNullable<GraphAccess["connection"]>;
type Begun = Pick<SyncRun, "id" | "kind" | "startedAt">;

/** Asked and begun in one transaction, so that of all replicas one begins. */
async function beginDue(context: ServiceContext, schedule: SyncSchedule): Promise<Begun | null> {
  const due = async (reader: Reader) => {
    const inForce = await partsInForce(reader);
    const past = {
      ...(await lastSyncs(reader)),
      people: inForce.get("people") ?? null,
      waiting: inForce.has("people-waiting"),
    };
    return syncDue(schedule, past, context.clock.now());
  };
  if ((await context.gateway.read(due)) === null) return null;
  return context.gateway
    .write(async (tx) => {
      await oneSyncAtATime(tx);
      const kind = await due(tx);
      return kind && begin(context, tx, kind, null);
    })
    .catch((problem: unknown) => {
      if (problem instanceof Refusal && problem.code === "sync-running") return null;
      throw problem;
    });
}

async function begin(
  context: ServiceContext,
  tx: Writer,
  kind: SyncKind,
  caller: Caller | null,
): Promise<Begun> {
  await oneSyncAtATime(tx);
  await buryDead(context, tx);
  const run = { id: context.newId(), kind, startedAt: toInstant(context.clock.now()) };
  await beginRun(tx, { ...run, requestedBy: caller?.person.id ?? null });
  if (caller !== null) {
    const started = {
      action: "graph-sync.started",
      subjectKind: "graph-sync",
      subjectId: run.id,
      changes: [],
    };
    await recordEvents(tx, [{ ...eventMaker(context)(started), actorId: caller.person.id, door: "tab" }]);
  }
  return run;
}

/** @throws Refusal conflict `sync-running` while another one is alive */
async function buryDead(context: ServiceContext, tx: Writer): Promise<void> {
  const now = context.clock.now();
  for (const { id, beatAt } of await runningSyncs(tx)) {
    if (now.getTime() - Date.parse(beatAt) < deadAfterMs) throw new Refusal("conflict", "sync-running");
    await endRun(tx, { id, state: "failed", counts: {}, finishedAt: toInstant(now) });
  }
}

async function runRound(round: SyncRound, kind: SyncKind, log: Log): Promise<void> {
  const { gateway, clock } = round.context;
  const run = kind === "delta" ? runDeltaSync : runFullSync;
  const state = await run(round).catch((fault: unknown) => {
    if (!round.stopping.aborted)
      log.error({ ...failureOf(fault), syncId: round.id }, "a sync with Graph failed");
    return "failed" as const;
  });
  const end = { id: round.id, state, counts: round.counts, finishedAt: toInstant(clock.now()) };
  await gateway.write(async (tx) => {
    await endRun(tx, end);
    await forgetRuns(tx, toInstant(addDays(clock.now(), -runsKeptDays)));
    if (round.nothingNew && state === "succeeded") return;
    const changes = Object.entries({ ...round.counts, state }).map(([field, to]) => ({
      field,
      from: null,
      to,
    }));
    const ended = { action: "graph-sync.ended", subjectKind: "graph-sync", subjectId: round.id, changes };
    await recordEvents(tx, [eventMaker(round.context)(ended)]);
  });
  // What is in force now took the place of as much.
  const piece = (round.counts.people ?? 0) < manyPeople ? fewAtOnce : manyAtOnce;
  while (!round.stopping.aborted && (await writePiece(round, piece, (tx) => clearSuperseded(tx, piece)))) {
    await pause(1);
  }
}

async function restFor(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal });
}

export function listSyncs(context: ServiceContext, page: PageRequest<"startedAt">): Promise<Page<SyncRun>> {
  return context.gateway.read((reader) => runPage(reader, page));
}

/** @throws Refusal not-found */
export async function getSync(context: ServiceContext, id: string): Promise<SyncRun> {
  const run = await context.gateway.read((reader) => findRun(reader, id));
  if (run === null) throw new Refusal("not-found", "not-found");
  return run;
}

/**
 * Puts in force what waited because so many people were gone, together with who approved it.
 * @throws Refusal not-found; conflict `sync-superseded` when a later sync took its place
 */
export async function approveSync(context: ServiceContext, caller: Caller, id: string): Promise<SyncRun> {
  const run = await getSync(context, id);
  await context.gateway.writeApart(async (tx) => {
    await oneSyncAtATime(tx);
    const waiting = (await partsInForce(tx)).get("people-waiting");
    if (waiting?.syncId !== id) throw new Refusal("conflict", "sync-superseded");
    const { asOf, deltaLink } = waiting;
    const signInsFresh = run.parts.some(({ name, state }) => name === "sign-ins" && state === "ok");
    const reading = { syncId: id, asOf, deltaLink, signInsFresh };
    const { created, changed, left } = await swapPeople(context, tx, reading);
    const parts = run.parts.map(
      (part): PartResult => (part.name === "people" ? { ...part, state: "ok", message: null } : part),
    );
    for (const part of parts) await notePart(tx, id, part);
    const state = runState(parts.map((part) => part.state));
    const finishedAt = toInstant(context.clock.now());
    await endRun(tx, { id, state, counts: { ...run.counts, created, changed, left }, finishedAt });
    const changes = [{ field: "left", from: null, to: left }];
    const approved = { action: "graph-sync.approved", subjectKind: "graph-sync", subjectId: id, changes };
    await recordEvents(tx, [{ ...eventMaker(context)(approved), actorId: caller.person.id, door: "tab" }]);
  });
  return getSync(context, id);
}
