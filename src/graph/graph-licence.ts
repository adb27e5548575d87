import type { Instant } from "../domain/instant";
import type { Sku } from "../domain/licence/licence-figures";
import { type Capability, capabilities } from "../domain/licence/seats";
import type { Json } from "./graph-caller";
import { idOf, instantOf, objectOf, objectsOf, textOf } from "./graph-person";

export const skusPath =
  "/subscribedSkus?$select=skuId,skuPartNumber,appliesTo,capabilityStatus,consumedUnits,prepaidUnits,servicePlans";
export const subscriptionsPath = "/directory/subscriptions";

/** `isTrial` stands on the subscription. */
export type GraphSku = Omit<Sku, "isTrial"> & { readonly planIds: readonly string[] };

export interface GraphSubscription {
  readonly id: string;
  readonly skuId: string;
  readonly status: string;
  readonly isTrial: boolean;
  readonly seats: number;
  /** In the year 9999 when nothing is planned. */
  readonly nextLifecycle: Instant | null;
}

export function readSku(json: Json): GraphSku | null {
  const skuId = idOf(json.skuId);
  if (skuId === "") return null;
  const units = objectOf(json.prepaidUnits) ?? {};
  const capability = textOf(json.capabilityStatus);
  return {
    skuId,
    skuPartNumber: textOf(json.skuPartNumber),
    appliesTo: json.appliesTo === "Company" ? "Company" : "User",
    capability: capabilities.includes(capability as Capability) ? (capability as Capability) : "Enabled",
    units: {
      enabled: numberOf(units.enabled),
      warning: numberOf(units.warning),
      suspended: numberOf(units.suspended),
      lockedOut: numberOf(units.lockedOut),
    },
    consumedUnits: numberOf(json.consumedUnits),
    planIds: objectsOf(json.servicePlans)
      .filter(({ appliesTo }) => appliesTo !== "Company")
      .map(({ servicePlanId }) => idOf(servicePlanId)),
  };
}

export function readSubscription(json: Json): GraphSubscription | null {
  const [id, skuId] = [textOf(json.id), idOf(json.skuId)];
  if (id === "" || skuId === "") return null;
  return {
    id,
    skuId,
    status: textOf(json.status),
    isTrial: json.isTrial === true,
    seats: numberOf(json.totalLicenses),
    nextLifecycle: instantOf(json.nextLifecycleDateTime),
  };
}

function numberOf(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? Math.trunc(value) : 0;
}
