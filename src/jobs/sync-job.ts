import type { Log } from "../platform/log";
import type { GraphSyncer } from "../services/graph-sync/graph-sync-service";
import { type Job, repeat } from "./job";

const everyMs = 30_000;

/** Begins syncs within a minute of their time; `stop()` ends what is under way too, whoever began it. */
export function startSyncing(syncer: GraphSyncer, log: Log): Job {
  const job = repeat("graph-sync", log, everyMs, async () => {
    await syncer.startDue();
    return everyMs;
  });
  return {
    async stop() {
      await Promise.all([job.stop(), syncer.stop()]);
      await syncer.idle();
    },
  };
}
