import type { Reader } from "../../database/gateway";
import type { ApplicationView } from "../../database/stores/application-row";
import { allApplications, applicationPage, findApplication } from "../../database/stores/application-store";
import { type TeamUseView, usesOfApplication } from "../../database/stores/application-use-store";
import {
  type ContractFilter,
  type ContractView,
  contractPage,
  contractsOf,
  findContract,
} from "../../database/stores/contract-store";
import { type IntegrationView, integrations } from "../../database/stores/integration-store";
import { allSuppliers } from "../../database/stores/supplier-store";
import { effectiveDisposition } from "../../domain/application/application";
import type { ApplicationFilter, ApplicationSort } from "../../domain/application/application-query";
import { currentContract } from "../../domain/application/contract";
import type { Disposition } from "../../domain/application/disposition";
import {
  type RiskRating,
  ratingOf,
  type ScoredRisk,
  type ShownConfidence,
  scoreRisks,
} from "../../domain/application/legacy-risk";
import type { Day } from "../../domain/instant";
import type { Page, PageRequest } from "../../domain/page";
import type { Caller, Scope } from "../../domain/permission";
import type { WithBelow } from "../../domain/team";
import { present } from "../device-overview";
import { namedTeams } from "../named-teams";
import { type HistoryRequest, type RecordHistory, recordHistory } from "../record-history";
import type { ServiceContext } from "../service-context";
import { confidenceIn } from "./released-confidence";

/** An application with what follows from its facts on the day it is read. */
export interface AssessedApplication extends ApplicationView {
  readonly disposition: Disposition | null;
  readonly dispositionSource: "scores" | "person" | null;
  readonly legacyRating: RiskRating;
  readonly contract: ContractView | null;
}

/** One application with everything that hangs on it, as far as the caller's scope reaches. */
export interface ApplicationDetail extends AssessedApplication {
  readonly legacyRisk: readonly ScoredRisk[];
  readonly contracts: readonly ContractView[];
  readonly teams: readonly TeamUseView[];
  readonly integrations: readonly IntegrationView[];
}

/** One page of the applications in the caller's scope; `below` widens a team filter to the teams below it. */
export function listApplications(
  context: ServiceContext,
  caller: Caller,
  filter: WithBelow<ApplicationFilter>,
  page: PageRequest<ApplicationSort>,
): Promise<Page<AssessedApplication>> {
  return context.gateway.read(async (reader) => {
    const { below: _, ...plain } = filter;
    const teamIds = await namedTeams(reader, filter);
    const found = await applicationPage(reader, caller.scope, { ...plain, teamIds }, page);
    return { ...found, items: await assessed(reader, found.items, todayOf(context)) };
  });
}

/** @throws Refusal not-found */
export function getApplication(
  context: ServiceContext,
  caller: Caller,
  id: string,
): Promise<ApplicationDetail> {
  return context.gateway.read((reader) => detailOf(reader, id, caller.scope, todayOf(context)));
}

/** For answers of changes, inside their transaction. @throws Refusal not-found */
export async function detailOf(
  reader: Reader,
  id: string,
  scope: Scope,
  today: Day,
): Promise<ApplicationDetail> {
  const view = await present(findApplication(reader, id, scope));
  const contracts = await contractsOf(reader, [id]);
  const contract = currentContract(contracts);
  const confidence = (await confidenceIn(reader, [id])).get(id);
  return {
    ...assess(view, contract, confidence, today),
    legacyRisk: risksOf(view, confidence, today),
    contracts,
    teams: await usesOfApplication(reader, id, scope),
    integrations: await visibleIntegrations(reader, scope, id),
  };
}

/** Integrations between applications that the caller may see, for the picture of the whole. */
export function listIntegrations(context: ServiceContext, caller: Caller): Promise<IntegrationView[]> {
  return context.gateway.read((reader) => visibleIntegrations(reader, caller.scope));
}

/** @throws Refusal not-found for one that is gone, or whose ends the caller may not both see */
export function getIntegration(
  context: ServiceContext,
  caller: Caller,
  id: string,
): Promise<IntegrationView> {
  return context.gateway.read((reader) => {
    const found = visibleIntegrations(reader, caller.scope);
    return present(found.then((visible) => visible.find((integration) => integration.id === id) ?? null));
  });
}

async function visibleIntegrations(reader: Reader, scope: Scope, id?: string): Promise<IntegrationView[]> {
  const found = await integrations(reader, id);
  if (scope.kind === "everything" || found.length === 0) return found;
  const visible = new Set((await allApplications(reader, scope)).map((application) => application.id));
  return found.filter(({ fromId, toId }) => visible.has(fromId) && visible.has(toId));
}

export function listContracts(
  context: ServiceContext,
  caller: Caller,
  filter: ContractFilter,
  page: PageRequest<"noticeDate" | "end">,
): Promise<Page<ContractView>> {
  return context.gateway.read((reader) => contractPage(reader, caller.scope, filter, page));
}

/** @throws Refusal not-found */
export function getContract(context: ServiceContext, caller: Caller, id: string): Promise<ContractView> {
  return context.gateway.read((reader) => present(findContract(reader, id, caller.scope)));
}

export function listSuppliers(context: ServiceContext) {
  return context.gateway.read(allSuppliers);
}

/** @throws Refusal not-found for an application out of scope */
export function applicationHistory(
  context: ServiceContext,
  caller: Caller,
  id: string,
  page: HistoryRequest,
): Promise<RecordHistory> {
  return context.gateway.read(async (reader) => {
    await present(findApplication(reader, id, caller.scope));
    return recordHistory(reader, caller.scope, { kind: "application", id }, page);
  });
}

export function todayOf(context: ServiceContext): Day {
  return context.clock.now().toISOString().slice(0, 10);
}

async function assessed(
  reader: Reader,
  views: readonly ApplicationView[],
  today: Day,
): Promise<AssessedApplication[]> {
  const ids = views.map(({ id }) => id);
  const contracts = await contractsOf(reader, ids);
  const confidence = await confidenceIn(reader, ids);
  return views.map((view) => {
    const own = contracts.filter(({ applicationId }) => applicationId === view.id);
    return assess(view, currentContract(own), confidence.get(view.id), today);
  });
}

function assess(
  view: ApplicationView,
  contract: ContractView | null,
  confidence: ShownConfidence | undefined,
  today: Day,
): AssessedApplication {
  const { disposition, source } = effectiveDisposition(view);
  const legacyRating = ratingOf(risksOf(view, confidence, today));
  return { ...view, disposition, dispositionSource: source, legacyRating, contract };
}

function risksOf(view: ApplicationView, confidence: ShownConfidence | undefined, today: Day): ScoredRisk[] {
  const { supportEnds, contractEnd: contractEnds, riskOverrides: overrides } = view;
  return scoreRisks({ supportEnds, contractEnds, confidence: confidence ?? null, overrides }, today);
}
