import { lastSyncs } from "../../src/database/stores/graph/sync-run-store";
import { parseCron } from "../../src/domain/graph-sync/cron";
import { startSyncing } from "../../src/jobs/sync-job";
import { createLog } from "../../src/platform/log";
import { syncWorld } from "../services/graph-sync/sync-world";

describe("the job of syncs", () => {
  it("begins the sync that is due, and ends what is under way when it stops", async () => {
    const schedule = { full: parseCron("0 3 * * *"), deltaMinutes: null, timeZone: "Europe/London" };
    let resting: () => void = () => {};
    const rests = new Promise<void>((resolve) => {
      resting = resolve;
    });
    const rest = (_ms: number, signal: AbortSignal) =>
      new Promise<void>((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(new Error("stopped")));
        resting();
      });
    const sync = await syncWorld("sqlite::memory:", 5, { schedule, rest });
    sync.world.graph.faults.spoil("/subscribedSkus", { kind: "throttled" });
    const job = startSyncing(sync.syncer, createLog("silent"));
    await rests;
    await job.stop();
    const runs = await sync.context.gateway.read((reader) => lastSyncs(reader));
    expect(runs).toMatchObject({ lastFull: sync.now.toISOString() });
    await sync.stop();
  });
});
