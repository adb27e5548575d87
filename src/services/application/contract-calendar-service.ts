import type { Writer } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import {
  type ContractCalendar,
  calendarBySecret,
  calendarOf,
  deleteCalendar,
  saveCalendar,
} from "../../database/stores/contract-calendar-store";
import { type ContractView, contractsDueFrom } from "../../database/stores/contract-store";
import { findCaller } from "../../database/stores/person-store";
import {
  type ContractDate,
  calendarFrom,
  contractDates,
  rolesThatHold,
} from "../../domain/application/contract-calendar";
import type { Language } from "../../domain/conversation";
import { toInstant } from "../../domain/instant";
import { type Caller, can } from "../../domain/permission";
import { hashOfSecret, newAddressSecret } from "../../platform/secret";
import { present } from "../device-overview";
import type { LicenceReference } from "../licence/licence-reference";
import { type SubscriptionChange, subscriptionChanges } from "../licence/renewal-overview";
import type { ServiceContext } from "../service-context";

/** Null when the caller has no address. */
export function getCalendar(context: ServiceContext, caller: Caller): Promise<ContractCalendar | null> {
  return context.gateway.read((reader) => calendarOf(reader, caller.person.id));
}

/** An address of the caller's own; one that was there before ends. Its secret is told this once. */
export function createCalendar(
  context: ServiceContext,
  caller: Caller,
  language: Language,
): Promise<ContractCalendar & { readonly secret: string }> {
  const secret = newAddressSecret();
  return context.gateway.write(async (tx) => {
    const before = await calendarOf(tx, caller.person.id);
    const now = toInstant(context.clock.now());
    const personId = caller.person.id;
    const calendar = { personId, language, roles: caller.roles, rolesSeenAt: now, createdAt: now };
    await saveCalendar(tx, calendar, hashOfSecret(secret));
    await tell(context, tx, caller, before === null ? "calendar-created" : "calendar-renewed");
    return { ...calendar, secret };
  });
}

/** From now on the address answers nobody. @throws Refusal not-found when there is none */
export function revokeCalendar(context: ServiceContext, caller: Caller): Promise<void> {
  return context.gateway.write(async (tx) => {
    await present(calendarOf(tx, caller.person.id));
    await deleteCalendar(tx, caller.person.id);
    await tell(context, tx, caller, "calendar-revoked");
  });
}

export interface CalendarContent {
  readonly language: Language;
  readonly at: Date;
  readonly dates: readonly ContractDate<ContractView>[];
  /** Of subscriptions to Microsoft 365, for who may see licences. */
  readonly changes: readonly SubscriptionChange[];
}

/**
 * What the owner of the address may see at this moment.
 * @throws Refusal not-found for an unknown, renewed or revoked address and for one whose owner has left
 */
export function readCalendar(
  context: ServiceContext,
  reference: LicenceReference,
  secret: string,
): Promise<CalendarContent> {
  return context.gateway.read(async (reader) => {
    const at = context.clock.now();
    const calendar = await present(calendarBySecret(reader, hashOfSecret(secret)));
    const roles = rolesThatHold(calendar.roles, calendar.rolesSeenAt, at);
    const owner = await present(findCaller(reader, calendar.personId, roles));
    const from = calendarFrom(at);
    const contracts = await contractsDueFrom(reader, owner.scope, from);
    const changes = can(owner, "licence.read") ? await subscriptionChanges(reader, reference, from) : [];
    return { language: calendar.language, at, dates: contractDates(contracts, from), changes };
  });
}

async function tell(context: ServiceContext, tx: Writer, caller: Caller, what: string): Promise<void> {
  const event = {
    id: context.newId(),
    at: toInstant(context.clock.now()),
    actorId: caller.person.id,
    door: "tab" as const,
    action: `person.${what}`,
    subjectKind: "person",
    subjectId: caller.person.id,
    changes: [],
    reason: null,
  };
  await recordEvents(tx, [event]);
}
