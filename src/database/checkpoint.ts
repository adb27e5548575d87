import { statSync } from "node:fs";
import type { Worker } from "node:worker_threads";
import { startThread } from "../platform/thread";

/** To the thread: move what is in the log into the file; have it written anew from its beginning, as long as it is or empty; stop. */
export type CheckpointStep = "move" | "restart" | "empty" | "close";

/** Keeps the log of changes short without holding up the thread that serves. */
export interface Checkpoints {
  /** After every commit. */
  committed(): void;
  close(): Promise<void>;
}

/** In bytes. A longer log moves pages that changed often only once, and takes longer to read through. */
const longLog = 16 * 1024 * 1024;
/** What is written over what is there costs a sixth less than what makes the file longer; after an import it is too long to keep. */
const longestKept = 4 * longLog;
/** A log that is written anew says by its length only that it is longer than it was. Each leaves some 150 KB. */
const manyCommits = 200;

/**
 * SQLite would move the whole log into the file by itself, in the thread and the moment of the commit that makes it
 * long: after an import of 20,000 rows nobody else would be served for a tenth of a second. A thread with a connection of
 * its own moves most of it meanwhile.
 * @param whileNobodyWrites runs a short piece of work between two writers
 */
export function checkpointsOf(
  path: string,
  whileNobodyWrites: (work: () => Promise<void>) => Promise<void>,
): Checkpoints {
  let worker: Worker | undefined;
  let running: Promise<void> | undefined;
  let longAgain = longLog;
  let commits = 0;
  let isClosed = false;
  const start = () => {
    const begun = startThread(__filename, "checkpoint-worker", path);
    // When it cannot go on, the next one is started.
    begun.unref();
    begun.on("error", () => {});
    begun.once("exit", () => {
      worker = undefined;
    });
    return begun;
  };
  const run = async () => {
    const thread = worker ?? start();
    worker = thread;
    await answerOf(thread, "move");
    const last = logSize(path) > longestKept ? "empty" : "restart";
    await whileNobodyWrites(() => answerOf(thread, last));
    commits = 0;
  };
  return {
    committed() {
      commits += 1;
      if (isClosed || running !== undefined) return;
      if (commits < manyCommits && logSize(path) < longAgain) return;
      running = run()
        // What a full disk or a reader elsewhere keeps from being moved is tried again later.
        .catch(() => {})
        .finally(() => {
          running = undefined;
          longAgain = logSize(path) + longLog;
        });
    },
    async close() {
      isClosed = true;
      await running;
      if (worker !== undefined) await answerOf(worker, "close");
    },
  };
}

/** Resolves as well when the thread ends without an answer. Idle it keeps no process alive; waited for it does. */
function answerOf(worker: Worker, wanted: CheckpointStep): Promise<void> {
  return new Promise((resolve) => {
    const answered = () => {
      worker.off("message", answered).off("exit", answered).unref();
      resolve();
    };
    worker.on("message", answered).on("exit", answered).ref();
    worker.postMessage(wanted);
  });
}

function logSize(path: string): number {
  return statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}
