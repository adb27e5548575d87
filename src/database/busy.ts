import { setTimeout as pause } from "node:timers/promises";
import { isBusy } from "./unavailable";

/** How long a writer waits for another process. */
export const busyTimeoutMs = 5_000;
/** better-sqlite3 blocks the process while it waits, so it waits briefly, and others are served in between. */
export const blockingWaitMs = 50;
export const pauseMs = 50;

/**
 * Another process (a back-up, a person with a tool) may hold the file for a moment.
 * @param since when the wait began, in milliseconds of `performance.now()`
 */
export async function patiently<T>(transaction: () => Promise<T>, since = performance.now()): Promise<T> {
  for (;;) {
    try {
      return await transaction();
    } catch (fault) {
      if (!isBusy(fault) || performance.now() >= since + busyTimeoutMs) throw fault;
      await pause(pauseMs);
    }
  }
}
