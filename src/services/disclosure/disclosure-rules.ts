import { findApplication } from "../../database/stores/application-store";
import { recordEvents } from "../../database/stores/audit-store";
import { disclosureRules, putDisclosureRules } from "../../database/stores/disclosure-store";
import { changesBetween, type FieldChange } from "../../domain/audit-event";
import {
  disclosureFields,
  type Redactions,
  type Ruled,
  reasonsToKeep,
} from "../../domain/disclosure/disclosure";
import { toInstant } from "../../domain/instant";
import type { Caller } from "../../domain/permission";
import { present } from "../device-overview";
import type { ServiceContext } from "../service-context";

interface CouncilRules extends Ruled<Redactions> {
  /** How many systems say otherwise. */
  readonly exceptions: number;
}

/** What one application says otherwise, beside what it would say. */
interface ApplicationRules extends Ruled {
  readonly defaults: Redactions;
  readonly defaultReasons: Ruled["reasons"];
}

/** What the council withholds of every system. */
export async function councilRules(context: ServiceContext): Promise<CouncilRules> {
  const { defaults, own } = await context.gateway.read(disclosureRules);
  return { ...defaults, exceptions: own.size };
}

/** Replaces what the council withholds of every system. */
export function changeCouncilRules(
  context: ServiceContext,
  caller: Caller,
  wanted: Ruled<Redactions>,
): Promise<CouncilRules> {
  return context.gateway.write(async (tx) => {
    const { defaults, own } = await disclosureRules(tx);
    const kept = { rules: wanted.rules, reasons: reasonsToKeep(wanted) };
    await putDisclosureRules(tx, null, kept);
    await recordEvents(tx, eventsOf(context, caller, null, defaults, kept));
    return { ...kept, exceptions: own.size };
  });
}

/** @throws Refusal not-found */
export async function applicationRules(
  context: ServiceContext,
  caller: Caller,
  applicationId: string,
): Promise<ApplicationRules> {
  return context.gateway.read(async (reader) => {
    await present(findApplication(reader, applicationId, caller.scope));
    const { defaults, own } = await disclosureRules(reader);
    return besideDefaults(own.get(applicationId) ?? nothingSaid, defaults);
  });
}

/** Replaces what one application says otherwise; its history tells. @throws Refusal not-found */
export function changeApplicationRules(
  context: ServiceContext,
  caller: Caller,
  applicationId: string,
  wanted: Ruled,
): Promise<ApplicationRules> {
  return context.gateway.write(async (tx) => {
    await present(findApplication(tx, applicationId, caller.scope));
    const { defaults, own } = await disclosureRules(tx);
    const kept = { rules: wanted.rules, reasons: reasonsToKeep(wanted) };
    await putDisclosureRules(tx, applicationId, kept);
    const before = own.get(applicationId) ?? nothingSaid;
    await recordEvents(tx, eventsOf(context, caller, applicationId, before, kept));
    return besideDefaults(kept, defaults);
  });
}

const nothingSaid: Ruled = { rules: {}, reasons: {} };

function besideDefaults(own: Ruled, { rules, reasons }: Ruled<Redactions>): ApplicationRules {
  return { ...own, defaults: rules, defaultReasons: reasons };
}

function eventsOf(
  context: ServiceContext,
  caller: Caller,
  applicationId: string | null,
  before: Ruled,
  after: Ruled,
) {
  const changes = [
    ...named(changesBetween(before.rules, after.rules, disclosureFields), "disclosure"),
    ...named(changesBetween(before.reasons, after.reasons, disclosureFields), "disclosureReason"),
  ];
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

function named(changes: readonly FieldChange[], prefix: string): FieldChange[] {
  return changes.map((change) => ({ ...change, field: `${prefix}.${change.field}` }));
}
