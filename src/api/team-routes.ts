import { getTeamOverview } from "../contracts/team-contract";
import type { ServiceContext } from "../services/service-context";
import { teamOverview } from "../services/team-overview";
import { handle, type Route } from "./handle";

export function teamRoutes(context: ServiceContext): Route[] {
  return [
    handle(getTeamOverview, "team.read", async ({ params, query }, { caller }) => {
      const overview = await teamOverview(context, caller, params.id, query.below);
      return {
        ...overview,
        licences: { state: "not-synced" as const },
        rollouts: { state: "none" as const },
      };
    }),
  ];
}
