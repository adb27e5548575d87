import { parentPort, workerData } from "node:worker_threads";
import Database from "better-sqlite3";
import type { CheckpointStep } from "./checkpoint";

/* The thread that moves what was committed from the log of changes into the file; `checkpoint.ts` starts it. */
const database = new Database(workerData as string, { timeout: 0 });
database.pragma("synchronous = FULL");
database.pragma("wal_autocheckpoint = 0");

const modes = { move: "PASSIVE", restart: "RESTART", empty: "TRUNCATE" } as const;

parentPort?.on("message", (wanted: CheckpointStep) => {
  if (wanted === "close") {
    database.close();
    parentPort?.close();
    return;
  }
  try {
    database.pragma(`wal_checkpoint(${modes[wanted]})`);
  } finally {
    parentPort?.postMessage("done");
  }
});
