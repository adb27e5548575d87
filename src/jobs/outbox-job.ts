import { performance } from "node:perf_hooks";
import type { Log } from "../platform/log";
import type { Messenger } from "../services/messenger";
import { claimDue, prepareClaimed, release, sendPrepared } from "../services/outbox-service";
import type { Claimed } from "../services/outgoing-messages";
import { takeNextTurns } from "../services/sending-turn-service";
import type { ServiceContext } from "../services/service-context";
import type { ActivityFeed } from "../services/teams-app/activity-feed";
import { type Job, repeat, restFor } from "./job";

const idleMs = 500;
const afterFaultMs = 2_000;
/** A send takes up to 10 seconds; slow ones must not hold up the rest, nor pile up without end. */
const secondsInFlight = 10;
/** Small batches: what a worker has claimed when it is killed waits until its lease runs out. */
const batchesPerSecond = 4;
/** What a message says is read so long before its turn: a read that takes its time must not take the turn. */
const aheadMs = 250;
/** No timer is exact: at high rates a turn is not missed before so long. */
const leastLateMs = 20;

/**
 * Sends what is due, at most `perSecond` messages from all replicas together, without waiting for one before
 * beginning the next.
 * @param feed is told of each question that has gone; null tells nobody
 * `stop()` begins nothing more, waits until what is on its way is marked, and gives the rest back.
 */
export function startOutbox(
  context: ServiceContext,
  messenger: Messenger,
  log: Log,
  perSecond: number,
  feed: ActivityFeed | null = null,
): Job {
  const betweenMs = 1_000 / perSecond;
  const inFlight = new Set<Promise<void>>();
  const mostInFlight = Math.ceil(perSecond * secondsInFlight);
  const batch = Math.ceil(perSecond / batchesPerSecond);

  /** A turn that was missed belongs to the past: to catch up would put two messages into another replica's second. */
  const isMissed = (turnMs: number) => performance.now() > turnMs + Math.max(betweenMs, leastLateMs);

  /** How often the bot itself was refused: what was made ready before is not sent after. */
  let refusals = 0;
  const countRefusal = () => {
    refusals += 1;
  };

  const sendAt = async (turnMs: number, claim: Claimed, stopping: AbortSignal): Promise<void> => {
    const refusalsBefore = refusals;
    const prepared = await prepareClaimed(context, messenger, claim);
    if (prepared === null) return;
    await restFor(turnMs - performance.now(), stopping);
    // Once only: where every turn is missed, it still has to go.
    if (isMissed(turnMs) && !stopping.aborted) {
      const nextMs = await takeNextTurns(context, 1, betweenMs);
      await restFor(nextMs - performance.now(), stopping);
    }
    if (stopping.aborted || refusals > refusalsBefore) return release(context, [claim]);
    const sent = await sendPrepared(context, messenger, prepared, countRefusal);
    if (sent !== null) await feed?.(sent);
  };

  const begin = (turnMs: number, claim: Claimed, stopping: AbortSignal) => {
    const sending = sendAt(turnMs, claim, stopping)
      .catch((fault: unknown) => {
        log.error(
          { err: fault, deliveryId: claim.delivery.id },
          "A delivery failed and is tried again later",
        );
      })
      .finally(() => inFlight.delete(sending));
    inFlight.add(sending);
  };

  const round = async (stopping: AbortSignal): Promise<number> => {
    if (inFlight.size >= mostInFlight) await Promise.race(inFlight);
    const limit = Math.min(batch, mostInFlight - inFlight.size);
    const { claimed, taken } = await claimDue(context, limit);
    let begun = 0;
    let turnMs = Number.NEGATIVE_INFINITY;
    for (const claim of claimed) {
      if (isMissed(turnMs)) turnMs = await takeNextTurns(context, claimed.length - begun, betweenMs);
      await restFor(turnMs - aheadMs - performance.now(), stopping);
      if (stopping.aborted) break;
      begin(turnMs, claim, stopping);
      begun += 1;
      turnMs += betweenMs;
    }
    await release(context, claimed.slice(begun));
    return taken === limit ? 0 : idleMs;
  };

  const job = repeat("outbox", log, afterFaultMs, round);
  return {
    async stop() {
      await job.stop();
      await Promise.all(inFlight);
    },
  };
}
