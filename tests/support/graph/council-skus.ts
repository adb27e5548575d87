import { idFrom } from "../builders";

/** Real ids, as they stand in `data/sku-names.json`. */
export const suites = {
  e3: "05e9a617-0261-4cee-bb44-138d3ef5d965",
  e5: "06ebc4ee-1bb5-47dd-8120-11324bc54e06",
  f3: "66b55226-6b4f-492c-910c-a3b7a3c9d993",
  visio: "c5928f49-12ba-48f7-ada3-0d743a3601d5",
  flow: "f30db892-07e9-47e9-837c-80727f46fd3d",
  exchange: "4b9405b0-7788-4568-add1-99614e613b69",
  storage: "99049c9c-6011-4908-bf17-15f496e6519d",
} as const;

const shared = "113feb6c-3fe4-4440-bddc-54d774bf0318";
const plans: Readonly<Record<string, readonly string[]>> = {
  [suites.e3]: [shared, "efb87545-963c-4e0d-99df-69c6916d9eb0"],
  [suites.e5]: [shared, "efb87545-963c-4e0d-99df-69c6916d9eb0", "4de31727-a228-4ec3-a5bf-8e45b5ca48cc"],
  [suites.f3]: ["4a82b400-a79f-41a4-b4e2-e94f5787b113"],
  [suites.visio]: ["663a804f-1c30-4ff0-9915-9db84f0d1cea"],
};

function sku(
  skuId: string,
  skuPartNumber: string,
  enabled: number,
  consumedUnits: number,
  more: object = {},
) {
  return {
    id: `tenant_${skuId}`,
    skuId,
    skuPartNumber,
    appliesTo: "User",
    capabilityStatus: "Enabled",
    consumedUnits,
    prepaidUnits: { enabled, suspended: 0, warning: 0, lockedOut: 0 },
    servicePlans: (plans[skuId] ?? []).map((servicePlanId) => ({
      servicePlanId,
      servicePlanName: servicePlanId.slice(0, 8),
      provisioningStatus: "Success",
      appliesTo: "User",
    })),
    subscriptionIds: [idFrom(`subscription ${skuPartNumber}`)],
    ...more,
  };
}

/** What the council bought for so many people: some seats to spare, one SKU over-assigned, one in grace. */
export function councilSkus(people: number, held: (skuId: string) => number) {
  const third = Math.ceil(people / 3);
  return [
    sku(suites.e3, "SPE_E3", third + 20, held(suites.e3)),
    sku(suites.e5, "SPE_E5", third, held(suites.e5), {
      prepaidUnits: { enabled: third, suspended: 5, warning: 15, lockedOut: 0 },
      capabilityStatus: "Warning",
    }),
    sku(suites.f3, "SPE_F1", third + 4, held(suites.f3)),
    sku(suites.visio, "VISIOCLIENT", Math.ceil(people / 12), held(suites.visio)),
    sku(suites.flow, "FLOW_FREE", 10_000, held(suites.flow)),
    sku(suites.exchange, "EXCHANGESTANDARD", 0, 2),
    sku(suites.storage, "SHAREPOINTSTORAGE", 500, 0, { appliesTo: "Company" }),
  ];
}

/** Visio is bought twice; storage never says when it changes. */
export function councilSubscriptions(skus: ReturnType<typeof councilSkus>) {
  const once = skus.map(({ skuId, skuPartNumber, prepaidUnits }) =>
    subscription(skuId, skuPartNumber, prepaidUnits.enabled, "2027-03-31T00:00:00Z"),
  );
  return [
    ...once.map((each) =>
      each.skuPartNumber === "SHAREPOINTSTORAGE"
        ? { ...each, nextLifecycleDateTime: "9999-12-31T23:59:59Z" }
        : each,
    ),
    {
      ...subscription(suites.visio, "VISIOCLIENT", 5, "2026-12-31T00:00:00Z"),
      id: idFrom("subscription VISIO 2"),
    },
  ];
}

function subscription(
  skuId: string,
  skuPartNumber: string,
  totalLicenses: number,
  nextLifecycleDateTime: string,
) {
  return {
    id: idFrom(`subscription ${skuPartNumber}`),
    skuId,
    skuPartNumber,
    status: "Enabled",
    isTrial: false,
    totalLicenses,
    nextLifecycleDateTime,
    createdDateTime: "2024-04-01T00:00:00Z",
  };
}
