import { findApplication } from "../../database/stores/application-store";
import { putUse, removeUse, usesOfApplication } from "../../database/stores/application-use-store";
import {
  deleteIntegration,
  type IntegrationView,
  insertIntegrations,
  integrations,
  integrationsToAddTo,
} from "../../database/stores/integration-store";
import { findTeam } from "../../database/stores/team-store";
import { type Integration, integrate } from "../../domain/application/integration";
import { type TeamUse, teamUseFields } from "../../domain/application/team-use";
import { changesBetween } from "../../domain/audit-event";
import type { Caller } from "../../domain/permission";
import { Refusal } from "../../domain/refusal";
import { present } from "../device-overview";
import type { ServiceContext } from "../service-context";
import { type ApplicationDetail, detailOf, todayOf } from "./application-overview";
import { tellOf } from "./application-tell";

/** Says how a team uses an application. @throws Refusal not-found; invalid `team-unknown` */
export function useApplication(
  context: ServiceContext,
  caller: Caller,
  use: TeamUse,
): Promise<ApplicationDetail> {
  return context.gateway.write(async (tx) => {
    const { applicationId, teamId } = use;
    await present(findApplication(tx, applicationId, caller.scope));
    if ((await findTeam(tx, teamId, caller.scope)) === null) throw new Refusal("invalid", "team-unknown");
    const before = (await usesOfApplication(tx, applicationId, caller.scope)).find(
      (other) => other.teamId === teamId,
    );
    await putUse(tx, use);
    const changes = changesBetween(before ?? null, use, ["teamId", ...teamUseFields]);
    const told = changes.length === 0 || before === undefined ? changes : [sameTeam(teamId), ...changes];
    if (told.length > 0) {
      await tellOf(context, tx, caller, { action: "application.used", id: applicationId, changes: told });
    }
    return detailOf(tx, applicationId, caller.scope, todayOf(context));
  });
}

/** @throws Refusal not-found for an application out of scope, or one that the team does not use */
export function stopUse(
  context: ServiceContext,
  caller: Caller,
  { applicationId, teamId }: { readonly applicationId: string; readonly teamId: string },
): Promise<void> {
  return context.gateway.write(async (tx) => {
    await present(findApplication(tx, applicationId, caller.scope));
    if (!(await removeUse(tx, applicationId, teamId))) throw new Refusal("not-found", "not-found");
    const changes = [{ field: "teamId", from: teamId, to: null }];
    await tellOf(context, tx, caller, { action: "application.unused", id: applicationId, changes });
  });
}

/** @throws Refusal invalid `application-unknown`, `integration-with-itself`; conflict `integration-exists` */
export function addIntegration(
  context: ServiceContext,
  caller: Caller,
  draft: Omit<Integration, "id">,
): Promise<IntegrationView> {
  return context.gateway.write(async (tx) => {
    const others = await integrationsToAddTo(tx, draft.fromId);
    const from = await findApplication(tx, draft.fromId, caller.scope);
    const to = await findApplication(tx, draft.toId, caller.scope);
    if (from === null || to === null) throw new Refusal("invalid", "application-unknown");
    const integration = integrate({ ...draft, id: context.newId() }, others);
    await insertIntegrations(tx, [integration]);
    await tellOfEnds(context, caller, tx, integration, "added");
    return { ...integration, fromName: from.name, toName: to.name };
  });
}

/** @throws Refusal not-found */
export function removeIntegration(context: ServiceContext, caller: Caller, id: string): Promise<void> {
  return context.gateway.write(async (tx) => {
    const integration = (await integrations(tx)).find((other) => other.id === id);
    if (integration === undefined) throw new Refusal("not-found", "not-found");
    await deleteIntegration(tx, id);
    await tellOfEnds(context, caller, tx, integration, "removed");
  });
}

/** Both applications have it in their history. */
async function tellOfEnds(
  context: ServiceContext,
  caller: Caller,
  tx: Parameters<typeof tellOf>[1],
  { fromId, toId, data, method }: Integration,
  what: "added" | "removed",
): Promise<void> {
  const values = { fromId, toId, data, method };
  const changes = Object.entries(values).map(([field, value]) => ({
    field,
    from: what === "added" ? null : value,
    to: what === "added" ? value : null,
  }));
  const action = `application.integration-${what}`;
  for (const id of [fromId, toId]) await tellOf(context, tx, caller, { action, id, changes });
}

/** Which team a change of its use concerns. */
function sameTeam(teamId: string) {
  return { field: "teamId", from: teamId, to: teamId };
}
