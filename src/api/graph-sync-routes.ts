import { approveGraphSync, listGraphSyncs, startGraphSync } from "../contracts/graph-sync-contract";
import { partPermissions, partUnlocks } from "../domain/graph-sync/sync-part";
import {
  approveSync,
  type GraphSyncer,
  listSyncs,
  type SyncRun,
} from "../services/graph-sync/graph-sync-service";
import type { ServiceContext } from "../services/service-context";
import { pageAnswer, pageRequest } from "./cursor";
import { handle, type Route } from "./handle";

export function graphSyncRoutes(context: ServiceContext, syncer: GraphSyncer): Route[] {
  return [
    handle(startGraphSync, "graph-sync.run", (_, { caller }) => syncer.start("full", caller)),
    handle(listGraphSyncs, "graph-sync.read", async ({ query }) =>
      pageAnswer(await listSyncs(context, pageRequest<"startedAt">(query)), query.sort, present),
    ),
    handle(approveGraphSync, "graph-sync.run", async ({ params }, { caller }) =>
      present(await approveSync(context, caller, params.id)),
    ),
  ];
}

/** A part that is not permitted says what granting it takes and brings. */
function present(run: SyncRun) {
  const parts = run.parts.map((part) => {
    const barred = part.state === "not-permitted";
    return {
      ...part,
      permissions: barred ? [...partPermissions[part.name]] : [],
      unlocks: barred ? [...partUnlocks[part.name]] : [],
    };
  });
  return { ...run, parts };
}
