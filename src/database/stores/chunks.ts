import { setImmediate as breathe } from "node:timers/promises";

/** Stays under the number of parameters that either engine takes in one statement (30 columns a row at most). */
const chunkSize = 500;

/** Works through many items in pieces and lets other requests in between: better-sqlite3 blocks while it works. */
export async function inChunks<T>(items: readonly T[], work: (chunk: T[]) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += chunkSize) {
    if (start > 0) await breathe();
    await work(items.slice(start, start + chunkSize));
  }
}
