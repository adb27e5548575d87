import { approveGraphSync, listGraphSyncs, startGraphSync } from "../contracts/graph-sync-contract";
import { approveSync, type GraphSyncer, listSyncs } from "../services/graph-sync/graph-sync-service";
import type { ServiceContext } from "../services/service-context";
import { pageAnswer, pageRequest } from "./cursor";
import { handle, type Route } from "./handle";

export function graphSyncRoutes(context: ServiceContext, syncer: GraphSyncer): Route[] {
  return [
    handle(startGraphSync, "graph-sync.run", (_, { caller }) => syncer.start("full", caller)),
    handle(listGraphSyncs, "graph-sync.read", async ({ query }) =>
      pageAnswer(await listSyncs(context, pageRequest<"startedAt">(query)), query.sort, (run) => run),
    ),
    handle(approveGraphSync, "graph-sync.run", ({ params }, { caller }) =>
      approveSync(context, caller, params.id),
    ),
  ];
}
