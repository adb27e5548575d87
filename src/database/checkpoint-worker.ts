import { parentPort, workerData } from "node:worker_threads";
import Database from "better-sqlite3";

/* The thread that moves what was committed from the log of changes into the file; `checkpoint.ts` starts it. */
const database = new Database(workerData as string, { timeout: 0 });
database.pragma("synchronous = FULL");
database.pragma("wal_autocheckpoint = 0");

parentPort?.on("message", (wanted: "checkpoint" | "close") => {
  if (wanted === "close") {
    database.close();
    parentPort?.close();
    return;
  }
  try {
    database.pragma("wal_checkpoint(PASSIVE)");
  } finally {
    parentPort?.postMessage("done");
  }
});
