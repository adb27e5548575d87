import { setMaxListeners } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import type { Log } from "../platform/log";

/** Something that goes on by itself until it is stopped. */
export interface Job {
  /** Resolves when nothing of it is under way any more. */
  stop(): Promise<void>;
}

/**
 * Repeats `round` until stopped. A fault is logged and the next round comes all the same, a little later.
 * @param round tells how long to rest before the next one
 */
export function repeat(
  name: string,
  log: Log,
  afterFaultMs: number,
  round: (stopping: AbortSignal) => Promise<number>,
): Job {
  const controller = new AbortController();
  const { signal } = controller;
  // Any number of things may rest at once, each with an ear for the stop.
  setMaxListeners(0, signal);
  const rounds = async () => {
    while (!signal.aborted) {
      const restMs = await round(signal).catch((fault: unknown) => {
        log.error({ err: fault, job: name }, "A job failed and goes on");
        return afterFaultMs;
      });
      if (restMs > 0) await restFor(restMs, signal);
    }
  };
  const ended = rounds();
  return {
    async stop() {
      controller.abort();
      await ended;
    },
  };
}

/** Ends early when the job is stopped. */
export async function restFor(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => {});
}
