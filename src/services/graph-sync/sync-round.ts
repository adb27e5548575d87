import type { Writer } from "../../database/gateway";
import type { PartInForce, PartsInForce } from "../../database/stores/graph/part-store";
import { notePart, noteProgress, type PartResult } from "../../database/stores/graph/sync-run-store";
import type { HomeRule } from "../../domain/graph-sync/home-rule";
import type { SyncPart } from "../../domain/graph-sync/sync-part";
import { type Instant, toInstant } from "../../domain/instant";
import type { GraphConnection } from "../../graph/graph-caller";
import { GraphFailed, GraphNotPermitted } from "../../graph/graph-problem";
import type { ServiceContext } from "../service-context";
import type { GraphAccess } from "./graph-access";

/** One sync under way. */
export interface SyncRound {
  readonly id: string;
  readonly context: ServiceContext;
  readonly graph: GraphConnection;
  readonly access: Pick<GraphAccess, "pulls" | "rules" | "reportPeriod">;
  readonly startedAt: Instant;
  readonly inForce: PartsInForce;
  /** From where home teams are taken; as it was when the sync began. */
  readonly homeRule: HomeRule;
  /** How many of what were read so far. */
  readonly counts: Record<string, number>;
  readonly results: Map<SyncPart, PartResult>;
  readonly stopping: AbortSignal;
  /** Nobody had changed, which is no news for the audit log. */
  nothingNew?: boolean;
}

/** Also where a sync ends that is to stop. */
export async function progress(round: SyncRound, part: SyncPart, count: number): Promise<void> {
  round.stopping.throwIfAborted();
  round.counts[part] = count;
  const beatAt = toInstant(round.context.clock.now());
  await round.context.gateway.write((tx) => noteProgress(tx, round.id, beatAt, round.counts));
}

/** From so many rows on, starting a thread takes less than their commit. */
const worthAThread = 200;

/**
 * Writes a piece of what was read. A commit of many rows waits for the disk, and on SQLite everybody would wait with it:
 * such a piece is written in a thread.
 */
export function writePiece<T>(
  { context: { gateway } }: SyncRound,
  rows: number,
  work: (tx: Writer) => Promise<T>,
): Promise<T> {
  return rows < worthAThread ? gateway.write(work) : gateway.writeApart(work);
}

export async function settle(
  round: SyncRound,
  name: SyncPart,
  state: PartResult["state"],
  message: string | null = null,
): Promise<void> {
  const result = { name, state, fetched: round.counts[name] ?? 0, message };
  round.results.set(name, result);
  await round.context.gateway.write((tx) => notePart(tx, round.id, result));
}

/** Settles a part by what stopped it; a fault that is no answer of Graph goes on up. */
export async function settleProblem(round: SyncRound, name: SyncPart, problem: unknown): Promise<void> {
  if (problem instanceof GraphNotPermitted) await settle(round, name, "not-permitted", problem.message);
  else if (problem instanceof GraphFailed) await settle(round, name, "failed", problem.message);
  else throw problem;
}

/** This sync's rows of a part, as they would be in force from now on. */
export function replacement(round: SyncRound, name: SyncPart, deltaLink = ""): PartInForce {
  return { name, syncId: round.id, asOf: round.startedAt, deltaLink };
}
