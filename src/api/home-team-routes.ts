import {
  changeHomeTeamRule,
  getHomeTeamRule,
  listDirectoryGroups,
  previewHomeTeamRule,
} from "../contracts/home-team-contract";
import { previewHomeRule } from "../services/graph-sync/home-team-preview";
import {
  changeHomeRule,
  getHomeRule,
  type HomeRuleView,
  listGroups,
} from "../services/graph-sync/home-team-service";
import type { ServiceContext } from "../services/service-context";
import { pageAnswer, pageRequest } from "./cursor";
import { handle, type Route } from "./handle";

export function homeTeamRoutes(context: ServiceContext): Route[] {
  return [
    handle(getHomeTeamRule, "setting.read", async () => present(await getHomeRule(context))),
    handle(previewHomeTeamRule, "home-team.change", async ({ body }) => {
      const { teamsMade, moves, unread, ...counts } = await previewHomeRule(context, body);
      return { ...counts, teamsMade: [...teamsMade], moves: [...moves], unread: [...unread] };
    }),
    handle(changeHomeTeamRule, "home-team.change", async ({ body: { reason, ...rule } }, { caller }) =>
      present(await changeHomeRule(context, caller, rule, reason ?? null)),
    ),
    handle(listDirectoryGroups, "setting.read", async ({ query }) =>
      pageAnswer(
        await listGroups(context, query.q, pageRequest<"name">(query)),
        query.sort,
        (group) => group,
      ),
    ),
  ];
}

/** The contract's lists are not read-only ones. */
function present({ groupIds, groups, ...rule }: HomeRuleView) {
  return { ...rule, groupIds: [...groupIds], groups: [...groups] };
}
