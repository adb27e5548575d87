import { parentPort, workerData } from "node:worker_threads";
import { makeRelease, type ReleaseInput } from "./release-making";

/* The thread in which the figures of a survey are made and audited; `release-thread.ts` starts it. */
parentPort?.postMessage(makeRelease(workerData as ReleaseInput));
