import { setImmediate as breathe } from "node:timers/promises";

/** Stays under the number of parameters that either engine takes in one statement (30 columns a row at most). */
const chunkSize = 500;

/** So few that a statement with its indexes, triggers and search text is written in a blink. */
const writtenAtOnce = 125;

/** Works through many items in pieces and lets other requests in between: better-sqlite3 blocks while it works. */
export async function inChunks<T>(
  items: readonly T[],
  work: (chunk: T[], start: number) => Promise<void>,
  size = chunkSize,
): Promise<void> {
  for (let start = 0; start < items.length; start += size) {
    if (start > 0) await breathe();
    await work(items.slice(start, start + size), start);
  }
}

/** As `inChunks`, in the smaller pieces that writing takes. */
export function inWrites<T>(
  items: readonly T[],
  work: (chunk: T[], start: number) => Promise<void>,
): Promise<void> {
  return inChunks(items, work, writtenAtOnce);
}

/** So many that a thread or a server that writes does not wait for its next. */
const piecesUnderWay = 5;

/**
 * As `inWrites`, for rows that do not depend on each other: the next pieces are put together while the database writes
 * those before. Nothing is under way any more when it ends, however it ends.
 */
export async function inWritesAhead<T>(
  items: readonly T[],
  work: (chunk: T[], start: number) => Promise<void>,
): Promise<void> {
  const underWay: Promise<void>[] = [];
  let hasFailed = false;
  try {
    await inWrites(items, async (chunk, start) => {
      if (hasFailed) return;
      const next = work(chunk, start);
      // It is told when its turn comes.
      next.catch(() => {
        hasFailed = true;
      });
      underWay.push(next);
      if (underWay.length >= piecesUnderWay) await underWay.shift();
    });
    await Promise.all(underWay);
  } finally {
    await Promise.allSettled(underWay);
  }
}
