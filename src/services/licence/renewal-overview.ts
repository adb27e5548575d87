import type { Reader } from "../../database/gateway";
import { allContracts, type ContractView } from "../../database/stores/contract-store";
import { skusInForce, subscriptionsInForce } from "../../database/stores/graph/licence-store";
import { type StoredReminder, storedReminders } from "../../database/stores/note-store";
import {
  contractStandings,
  type LicenceOwner,
  licenceOwners,
  renewalDecisions,
  renewalKey,
} from "../../database/stores/renewal-store";
import { isReplaced } from "../../domain/application/contract";
import { type Day, toInstant } from "../../domain/instant";
import { productName } from "../../domain/licence/product-name";
import {
  byDayToAct,
  contractRenewal,
  type LicenceRenewal,
  reductionWindow,
  subscriptionRenewal,
} from "../../domain/licence/renewal";
import {
  isWatched,
  monthlySaving,
  nextReminder,
  reminderWanted,
  type UnusedSeats,
  unusedSeats,
  type WatchedRenewal,
  whoSeesTo,
} from "../../domain/licence/renewal-reminder";
import type { Money } from "../../domain/money";
import type { ServiceContext } from "../service-context";
import type { LicenceReference } from "./licence-reference";
import { licencesIn } from "./licence-service";

/** How far the latest reminder to the owner of a renewal came. */
export type LastReminder = Pick<StoredReminder, "daysAhead" | "state" | "reason" | "decidedAt" | "sentAt">;

/** Something bought that renews, changes or ends, with what can still be done about it, and by whom. */
export interface RenewalLine extends WatchedRenewal {
  /** Of the SKU as IT chose them, or of the application of the contract. */
  readonly owner: LicenceOwner | null;
  /** Whether a contract goes on by itself; null where that is not recorded, and for a subscription. */
  readonly tacit: boolean | null;
  /** Null for a contract, and where the seats held are not known. */
  readonly unused: UnusedSeats | null;
  /** What giving those up saves; null where a price is not known. */
  readonly monthlySaving: Money | null;
  /** The day of the next reminder; null after the last one, and where nobody is reminded. */
  readonly nextReminder: Day | null;
  readonly lastReminder: LastReminder | null;
  /** The product, or the application that the contract is for. */
  readonly name: string;
  readonly skuId: string | null;
  readonly applicationId: string | null;
  readonly supplier: string | null;
  readonly seats: number | null;
  readonly value: Money | null;
  /** The last day on which seats can be given up and the first that saves; null once that is over. */
  readonly window: { readonly lastDay: Day; readonly savesFrom: Day } | null;
  /** How many days ahead its owner is reminded now; null while no reminder is due. */
  readonly reminder: number | null;
}

/** A day on which Microsoft says that the state of a subscription changes. */
export interface SubscriptionChange {
  readonly id: string;
  readonly skuId: string;
  readonly name: string;
  readonly seats: number;
  readonly day: Day;
}

/** Those from a day on, the soonest first. */
export async function subscriptionChanges(
  reader: Reader,
  { names }: LicenceReference,
  from: Day,
): Promise<SubscriptionChange[]> {
  const parts = new Map((await skusInForce(reader)).map((sku) => [sku.skuId, sku.skuPartNumber]));
  return (await subscriptionsInForce(reader)).flatMap(({ id, skuId, seats, nextLifecycle }) => {
    const day = subscriptionRenewal(id, nextLifecycle || null)?.day;
    if (day === undefined || day < from) return [];
    return [{ id, skuId, seats, day, name: productName(names, skuId, parts.get(skuId) ?? skuId) }];
  });
}

/** Subscriptions and contracts together by the day to act by; those that are over are left out. */
export function upcomingRenewals(
  context: ServiceContext,
  reference: LicenceReference,
): Promise<RenewalLine[]> {
  const today = toInstant(context.clock.now()).slice(0, 10);
  return context.gateway.read((reader) => renewalLines(reader, reference, today));
}

/** As `upcomingRenewals`, as they stand in one reading. */
export async function renewalLines(
  reader: Reader,
  reference: LicenceReference,
  today: Day,
): Promise<RenewalLine[]> {
  const decisions = await renewalDecisions(reader);
  const reminders = latestReminders(await storedReminders(reader));
  const bought = [...(await boughtFromMicrosoft(reader, reference, today)), ...(await contracted(reader))];
  const lines = bought.flatMap(({ renewal, settled, ...rest }): RenewalLine[] => {
    if (renewal === null || renewal.day < today) return [];
    const key = renewalKey(renewal);
    const watched = {
      ...renewal,
      owner: rest.owner,
      settled: decisions.has(key) ? "decided" : settled,
    } as const;
    return [
      {
        ...rest,
        ...watched,
        window: reductionWindow(renewal, today),
        reminder: reminderWanted(watched, today),
        nextReminder: isWatched(watched) ? nextReminder(renewal, today) : null,
        lastReminder: reminders.get(`${key}|${rest.owner?.id ?? ""}`) ?? null,
      },
    ];
  });
  return byDayToAct(lines);
}

type Bought = Omit<
  RenewalLine,
  keyof LicenceRenewal | "window" | "reminder" | "nextReminder" | "lastReminder"
> & { readonly renewal: LicenceRenewal | null };

const ofContract = { skuId: null, seats: null, unused: null, monthlySaving: null } as const;
const ofSubscription = { applicationId: null, supplier: null, value: null, tacit: null } as const;
/** Graph's words for a subscription that is paid for, or still can be. */
const aliveStatuses: readonly string[] = ["Enabled", "Warning", "Suspended", ""];

async function boughtFromMicrosoft(
  reader: Reader,
  reference: LicenceReference,
  today: Day,
): Promise<Bought[]> {
  const licences = new Map((await licencesIn(reader, reference, today)).map((each) => [each.skuId, each]));
  const owners = await licenceOwners(reader);
  return (await subscriptionsInForce(reader)).map(({ id, skuId, seats, status, nextLifecycle }) => {
    const licence = licences.get(skuId);
    const unused = licence ? unusedSeats(licence, seats) : null;
    const { unitPrice = null, productName: name = productName(reference.names, skuId, skuId) } =
      licence ?? {};
    const price = unitPrice && { price: unitPrice, per: unitPrice.per };
    return {
      ...ofSubscription,
      renewal: subscriptionRenewal(id, nextLifecycle || null),
      name,
      skuId,
      seats,
      unused,
      monthlySaving: licence?.free ? licence.monthlyCost : monthlySaving(unused, price),
      owner: owners.get(skuId) ?? null,
      settled: aliveStatuses.includes(status) ? null : "ended",
    };
  });
}

async function contracted(reader: Reader): Promise<Bought[]> {
  const contracts = await allContracts(reader);
  const standings = await contractStandings(reader);
  const together = new Map<string, ContractView[]>();
  for (const each of contracts) {
    together.set(each.applicationId, [...(together.get(each.applicationId) ?? []), each]);
  }
  return contracts.map((each) => {
    const { applicationId, supplier, value, renewal } = each;
    const { retired = false, itOwner = null, businessOwner = null } = standings.get(applicationId) ?? {};
    return {
      ...ofContract,
      renewal: contractRenewal(each),
      name: each.applicationName,
      applicationId,
      supplier,
      value,
      tacit: renewal === null ? null : renewal === "tacit",
      owner: whoSeesTo(itOwner, businessOwner),
      settled: retired ? "retired" : isReplaced(each, together.get(applicationId) ?? []) ? "replaced" : null,
    };
  });
}

/** By renewal, day to act by and person: what another owner was sent before says nothing of this one. */
function latestReminders(reminders: readonly StoredReminder[]): Map<string, LastReminder> {
  return new Map(
    reminders.map(
      ({ source, renewalId: id, actBy, personId, daysAhead, state, reason, decidedAt, sentAt }) => [
        `${renewalKey({ source, id, actBy })}|${personId}`,
        { daysAhead, state, reason, decidedAt, sentAt },
      ],
    ),
  );
}
