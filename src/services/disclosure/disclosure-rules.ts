import { findApplication } from "../../database/stores/application-store";
import { recordEvents } from "../../database/stores/audit-store";
import { disclosureRules, putDisclosureRules } from "../../database/stores/disclosure-store";
import { changesBetween } from "../../domain/audit-event";
import { disclosureFields, type OwnRedactions, type Redactions } from "../../domain/disclosure/disclosure";
import { toInstant } from "../../domain/instant";
import type { Caller } from "../../domain/permission";
import { present } from "../device-overview";
import type { ServiceContext } from "../service-context";

/** What the council withholds of every system, and how many systems say otherwise. */
export async function councilRules(
  context: ServiceContext,
): Promise<{ rules: Redactions; exceptions: number }> {
  const { defaults, own } = await context.gateway.read(disclosureRules);
  return { rules: defaults, exceptions: own.size };
}

/** Replaces what the council withholds of every system. */
export function changeCouncilRules(
  context: ServiceContext,
  caller: Caller,
  rules: Redactions,
): Promise<{ rules: Redactions; exceptions: number }> {
  return context.gateway.write(async (tx) => {
    const { defaults, own } = await disclosureRules(tx);
    await putDisclosureRules(tx, null, rules);
    await recordEvents(tx, eventsOf(context, caller, null, defaults, rules));
    return { rules, exceptions: own.size };
  });
}

/** What one application says otherwise, beside what it would say. @throws Refusal not-found */
export async function applicationRules(
  context: ServiceContext,
  caller: Caller,
  applicationId: string,
): Promise<{ rules: OwnRedactions; defaults: Redactions }> {
  return context.gateway.read(async (reader) => {
    await present(findApplication(reader, applicationId, caller.scope));
    const { defaults, own } = await disclosureRules(reader);
    return { rules: own.get(applicationId) ?? {}, defaults };
  });
}

/** Replaces what one application says otherwise; its history tells. @throws Refusal not-found */
export function changeApplicationRules(
  context: ServiceContext,
  caller: Caller,
  applicationId: string,
  rules: OwnRedactions,
): Promise<{ rules: OwnRedactions; defaults: Redactions }> {
  return context.gateway.write(async (tx) => {
    await present(findApplication(tx, applicationId, caller.scope));
    const { defaults, own } = await disclosureRules(tx);
    await putDisclosureRules(tx, applicationId, rules);
    await recordEvents(tx, eventsOf(context, caller, applicationId, own.get(applicationId) ?? {}, rules));
    return { rules, defaults };
  });
}

function eventsOf(
  context: ServiceContext,
  caller: Caller,
  applicationId: string | null,
  before: OwnRedactions,
  after: OwnRedactions,
) {
  const changes = changesBetween(before, after, disclosureFields).map((change) => ({
    ...change,
    field: `disclosure.${change.field}`,
  }));
  if (changes.length === 0) return [];
  return [
    {
      ...{ id: context.newId(), at: toInstant(context.clock.now()), actorId: caller.person.id },
      ...{ door: "tab" as const, changes, reason: null },
      action: applicationId === null ? "disclosure.rules-changed" : "application.disclosure-changed",
      subjectKind: applicationId === null ? "disclosure" : "application",
      subjectId: applicationId ?? "council",
    },
  ];
}
