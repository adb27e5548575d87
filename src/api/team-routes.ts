import { getPerson, getPersonHistory, listCustody } from "../contracts/person-contract";
import { getTeamHistory, getTeamOverview } from "../contracts/team-contract";
import type { LicenceReference } from "../services/licence/licence-reference";
import { teamLicences } from "../services/licence/team-licences";
import * as people from "../services/person-overview";
import type { ServiceContext } from "../services/service-context";
import { teamOverview } from "../services/team-overview";
import { handle, type Route } from "./handle";
import { historyAnswer, sequencePage } from "./history-answer";

export function teamRoutes(context: ServiceContext, reference: LicenceReference): Route[] {
  return [
    handle(getTeamHistory, "team.read", ({ params, query }, { caller }) =>
      historyAnswer(query, (page) => people.teamHistory(context, caller, params.id, page)),
    ),
    handle(getPerson, "person.read", ({ params }, { caller }) =>
      people.getPerson(context, caller, params.id),
    ),
    handle(getPersonHistory, "person.read", ({ params, query }, { caller }) =>
      historyAnswer(query, (page) => people.personHistory(context, caller, params.id, page)),
    ),
    handle(listCustody, "person.read", ({ params, query }, { caller }) =>
      sequencePage(query, (page) => people.personCustody(context, caller, params.id, page)),
    ),
    handle(getTeamOverview, "team.read", async ({ params, query }, { caller }) => {
      const overview = await teamOverview(context, caller, params.id, query.below);
      return {
        ...overview,
        licences: await teamLicences(context, caller, reference, { id: params.id, below: query.below }),
        rollouts: {
          state: overview.rollouts.length === 0 ? ("none" as const) : ("planned" as const),
          items: overview.rollouts,
        },
      };
    }),
  ];
}
