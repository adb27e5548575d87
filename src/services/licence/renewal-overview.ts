import type { Reader } from "../../database/gateway";
import { allContracts } from "../../database/stores/contract-store";
import { skusInForce, subscriptionsInForce } from "../../database/stores/graph/licence-store";
import { type Day, toInstant } from "../../domain/instant";
import { productName } from "../../domain/licence/product-name";
import {
  byDayToAct,
  contractRenewal,
  type LicenceRenewal,
  reductionWindow,
  reminderDue,
  subscriptionRenewal,
} from "../../domain/licence/renewal";
import type { Money } from "../../domain/money";
import type { ServiceContext } from "../service-context";
import type { LicenceReference } from "./licence-reference";

/** Something bought that renews, changes or ends, with what can still be done about it. */
export interface RenewalLine extends LicenceRenewal {
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
export async function upcomingRenewals(
  context: ServiceContext,
  { names }: LicenceReference,
): Promise<RenewalLine[]> {
  const today = toInstant(context.clock.now()).slice(0, 10);
  const about = await context.gateway.read(async (reader) => {
    const parts = new Map((await skusInForce(reader)).map((sku) => [sku.skuId, sku.skuPartNumber]));
    const subscriptions = (await subscriptionsInForce(reader)).map((each) => ({
      renewal: subscriptionRenewal(each.id, each.nextLifecycle || null),
      name: productName(names, each.skuId, parts.get(each.skuId) ?? each.skuId),
      skuId: each.skuId,
      seats: each.seats,
      applicationId: null,
      supplier: null,
      value: null,
    }));
    const contracts = (await allContracts(reader)).map((each) => ({
      renewal: contractRenewal(each),
      name: each.applicationName,
      skuId: null,
      seats: null,
      applicationId: each.applicationId,
      supplier: each.supplier,
      value: each.value,
    }));
    return [...subscriptions, ...contracts];
  });
  const lines = about.flatMap(({ renewal, ...rest }) =>
    renewal === null || renewal.day < today
      ? []
      : [
          {
            ...renewal,
            ...rest,
            window: reductionWindow(renewal, today),
            reminder: reminderDue(renewal, today),
          },
        ],
  );
  return byDayToAct(lines);
}
