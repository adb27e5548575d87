import { openGateway } from "../../../src/database/data-source";
import type { SyncRun } from "../../../src/database/stores/graph/sync-run-store";
import { createLog } from "../../../src/platform/log";
import type { GraphAccess } from "../../../src/services/graph-sync/graph-access";
import { type GraphSyncer, getSync, graphSyncer } from "../../../src/services/graph-sync/graph-sync-service";
import type { ServiceContext } from "../../../src/services/service-context";
import { type GraphWorld, graphWorld } from "../../graph/graph-world";

export interface SyncWorld {
  readonly context: ServiceContext;
  readonly world: GraphWorld;
  readonly syncer: GraphSyncer;
  /** Runs one sync to its end. */
  full(): ReturnType<typeof getSync>;
  delta(): ReturnType<typeof getSync>;
  /** Runs what is due to its end. */
  due(): Promise<SyncRun | null>;
  /** Where its clock stands. */
  now: Date;
  stop(): Promise<void>;
}

/** A register on this database, and a council of so many people in Graph. */
export async function syncWorld(
  databaseUrl: string,
  people: number,
  {
    rest,
    ...more
  }: Partial<Pick<GraphAccess, "pulls" | "schedule">> & { rest?: Parameters<typeof graphSyncer>[3] } = {},
): Promise<SyncWorld> {
  const world = await graphWorld(people);
  const gateway = await openGateway(databaseUrl);
  let made = 0;
  const context: ServiceContext = {
    gateway,
    clock: { now: () => sync.now },
    newId: () => `id-${String(++made).padStart(7, "0")}`,
  };
  const access: GraphAccess = {
    connection: world,
    pulls: { signIns: true, reports: true, teams: true, devices: true },
    schedule: { full: null, deltaMinutes: null, timeZone: "Europe/London" },
    rules: { inactiveDays: 90, graceDays: 30 },
    reportPeriod: "D90",
    ...more,
  };
  const syncer = graphSyncer(context, access, createLog("silent"), rest ?? world.rest);
  const ended = async (begun: Promise<{ id: string }>) => {
    const { id } = await begun;
    await syncer.idle();
    return getSync(context, id);
  };
  const sync: SyncWorld = {
    now: world.clock.now(),
    context,
    world,
    syncer,
    full: () => ended(syncer.start("full", null)),
    delta: () => ended(syncer.start("delta", null)),
    async due() {
      const begun = await syncer.startDue();
      return begun && ended(Promise.resolve(begun));
    },
    async stop() {
      await syncer.stop();
      await gateway.close();
      await world.stop();
    },
  };
  return sync;
}
