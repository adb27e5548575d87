import {
  changeApplication,
  createApplication,
  deleteApplication,
  deleteApplicationTeam,
  getApplication,
  getApplicationHistory,
  listApplications,
  putApplicationTeam,
} from "../contracts/application-contract";
import {
  createIntegration,
  deleteIntegration,
  getIntegration,
  listIntegrations,
} from "../contracts/integration-contract";
import {
  changeContract,
  createContract,
  deleteContract,
  getContract,
  listContracts,
  listSuppliers,
} from "../contracts/supplier-contract";
import * as links from "../services/application/application-links-service";
import * as overview from "../services/application/application-overview";
import * as applications from "../services/application/application-service";
import * as contracts from "../services/application/contract-service";
import type { ServiceContext } from "../services/service-context";
import { pageAnswer, pageRequest } from "./cursor";
import { withEtag } from "./etag";
import { handle, type Route } from "./handle";
import { historyAnswer } from "./history-answer";
import { applicationFilter } from "./list-filters";

export function applicationRoutes(context: ServiceContext): Route[] {
  return [
    handle(listApplications, "application.read", async ({ query }, { caller }) => {
      const filter = applicationFilter(query);
      const page = await overview.listApplications(context, caller, filter, pageRequest(query));
      return pageAnswer(page, query.sort, withEtag);
    }),
    handle(getApplication, "application.read", async ({ params }, { caller }) =>
      detailAnswer(await overview.getApplication(context, caller, params.id)),
    ),
    handle(createApplication, "application.change", async ({ body }, { caller }) =>
      detailAnswer(await applications.createApplication(context, caller, body)),
    ),
    handle(changeApplication, "application.change", async ({ params, body }, { caller, version }) => {
      const { reason, ...wanted } = body;
      const input = { id: params.id, version, wanted, reason: reason ?? null };
      return detailAnswer(await applications.changeApplication(context, caller, input));
    }),
    handle(deleteApplication, "application.change", async ({ params, query }, { caller }) => {
      await applications.removeApplication(context, caller, params.id, query.reason ?? null);
      return undefined;
    }),
    handle(getApplicationHistory, "application.read", async ({ params, query }, { caller }) =>
      historyAnswer(query, (page) => overview.applicationHistory(context, caller, params.id, page)),
    ),
    handle(putApplicationTeam, "application.change", async ({ params, body }, { caller }) => {
      const { use, criticality = null, userCount = null } = body;
      const said = { applicationId: params.id, teamId: params.teamId, use, criticality, userCount };
      return detailAnswer(await links.useApplication(context, caller, said));
    }),
    handle(deleteApplicationTeam, "application.change", async ({ params }, { caller }) => {
      await links.stopUse(context, caller, { applicationId: params.id, teamId: params.teamId });
      return undefined;
    }),
    ...contractRoutes(context),
    ...integrationRoutes(context),
  ];
}

function contractRoutes(context: ServiceContext): Route[] {
  return [
    handle(listContracts, "application.read", async ({ query }, { caller }) => {
      const { noticeBefore, application: applicationId, q: search } = query;
      const filter = { noticeBefore, applicationId, search };
      const page = await overview.listContracts(context, caller, filter, pageRequest(query));
      return pageAnswer(page, query.sort, withEtag);
    }),
    handle(getContract, "application.read", async ({ params }, { caller }) =>
      withEtag(await overview.getContract(context, caller, params.id)),
    ),
    handle(createContract, "application.change", async ({ body }, { caller }) =>
      withEtag(await contracts.createContract(context, caller, body)),
    ),
    handle(changeContract, "application.change", async ({ params, body }, { caller, version }) => {
      const { reason, ...wanted } = body;
      const input = { id: params.id, version, wanted, reason: reason ?? null };
      return withEtag(await contracts.changeContract(context, caller, input));
    }),
    handle(deleteContract, "application.change", async ({ params, query }, { caller }) => {
      await contracts.removeContract(context, caller, params.id, query.reason || null);
      return undefined;
    }),
    handle(listSuppliers, "supplier.read", async () => whole(await overview.listSuppliers(context))),
  ];
}

function integrationRoutes(context: ServiceContext): Route[] {
  return [
    handle(listIntegrations, "application.read", async (_input, { caller }) =>
      whole(await overview.listIntegrations(context, caller)),
    ),
    handle(getIntegration, "application.read", ({ params }, { caller }) =>
      overview.getIntegration(context, caller, params.id),
    ),
    handle(createIntegration, "application.change", async ({ body }, { caller }) =>
      links.addIntegration(context, caller, { ...body, notes: body.notes ?? null }),
    ),
    handle(deleteIntegration, "application.change", async ({ params }, { caller }) => {
      await links.removeIntegration(context, caller, params.id);
      return undefined;
    }),
  ];
}

/** A list that is never so long that it needs pages. */
function whole<T>(items: T[]) {
  return { items, total: items.length, nextCursor: null };
}

function detailAnswer(detail: Awaited<ReturnType<typeof overview.getApplication>>) {
  const { legacyRisk, contracts: all, teams, integrations, ...own } = detail;
  return withEtag({
    ...own,
    legacyRisk: [...legacyRisk],
    contracts: all.map(withEtag),
    teams: [...teams],
    integrations: [...integrations],
  });
}
