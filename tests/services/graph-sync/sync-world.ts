import { openGateway } from "../../../src/database/data-source";
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
  stop(): Promise<void>;
}

/** A register on this database, and a council of so many people in Graph. */
export async function syncWorld(
  databaseUrl: string,
  people: number,
  { rest, ...more }: Partial<Pick<GraphAccess, "pulls">> & { rest?: Parameters<typeof graphSyncer>[3] } = {},
): Promise<SyncWorld> {
  const world = await graphWorld(people);
  const gateway = await openGateway(databaseUrl);
  let made = 0;
  const context: ServiceContext = {
    gateway,
    clock: world.clock,
    newId: () => `id-${String(++made).padStart(7, "0")}`,
  };
  const access: GraphAccess = {
    connection: world,
    pulls: { signIns: true, reports: true },
    rules: { inactiveDays: 90, graceDays: 30 },
    reportPeriod: "D90",
    ...more,
  };
  const syncer = graphSyncer(context, access, createLog("silent"), rest ?? world.rest);
  return {
    context,
    world,
    syncer,
    async full() {
      const { id } = await syncer.start("full", null);
      await syncer.idle();
      return getSync(context, id);
    },
    async stop() {
      await syncer.stop();
      await gateway.close();
      await world.stop();
    },
  };
}
