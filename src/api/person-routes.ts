import { changeTeam, createTeam, getMe, getTeam, listPeople, listTeams } from "../contracts/person-contract";
import { can, type Right, rights } from "../domain/permission";
import * as directory from "../services/directory-service";
import type { ServiceContext } from "../services/service-context";
import { pageAnswer, pageRequest } from "./cursor";
import { withEtag } from "./etag";
import { handle, type Route } from "./handle";
import { personFilter, teamFilter } from "./list-filters";

export function personRoutes(context: ServiceContext): Route[] {
  return [
    handle(getMe, "own.read", async (_input, { caller }) => {
      const { id, name, email, teamId } = caller.person;
      const teamName = await directory.teamName(context, teamId);
      const allowed = rights.map((right) => [right, can(caller, right)] as const);
      return {
        person: { id, name, email, teamId, teamName },
        roles: [...caller.roles],
        managedTeamIds: [...caller.managedTeamIds],
        can: Object.fromEntries(allowed) as Record<Right, boolean>,
      };
    }),
    handle(listPeople, "person.read", async ({ query }, { caller }) => {
      const page = await directory.listPeople(context, caller, personFilter(query), pageRequest(query));
      return pageAnswer(page, query.sort, (person) => person);
    }),
    handle(listTeams, "team.read", async ({ query }, { caller }) => {
      const page = await directory.listTeams(context, caller, teamFilter(query), pageRequest(query));
      return pageAnswer(page, query.sort, teamAnswer);
    }),
    handle(getTeam, "team.read", async ({ params }, { caller }) =>
      teamAnswer(await directory.getTeam(context, caller, params.id)),
    ),
    handle(createTeam, "team.change", async ({ body }, { caller }) => {
      const draft = { name: body.name, parentId: body.parentId ?? null, managerIds: body.managerIds ?? [] };
      return teamAnswer(await directory.createTeam(context, caller, draft));
    }),
    handle(changeTeam, "team.change", async ({ params, body }, { caller, version }) => {
      const { name, parentId, managerIds, reason } = body;
      const wanted = {
        ...(name !== undefined && { name }),
        ...(parentId !== undefined && { parentId }),
        ...(managerIds !== undefined && { managerIds }),
      };
      const input = { id: params.id, version, wanted, reason: reason ?? null };
      return teamAnswer(await directory.changeTeam(context, caller, input));
    }),
  ];
}

function teamAnswer(team: Awaited<ReturnType<typeof directory.getTeam>>) {
  return withEtag({ ...team, managerIds: [...team.managerIds] });
}
