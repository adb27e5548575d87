import type { LicenceAnswer, LicenceOverviewAnswer } from "../../../src/contracts/licence-contract";
import { partPermissions, partUnlocks, syncParts } from "../../../src/domain/graph-sync/sync-part";

export const e3: LicenceAnswer = {
  skuId: "sku-e3",
  skuPartNumber: "SPE_E3",
  productName: "Microsoft 365 E3",
  appliesTo: "User",
  status: "Enabled",
  seats: { enabled: 100, warning: 0, suspended: 0, lockedOut: 0, usable: 100 },
  consumedUnits: 80,
  holders: 78,
  holdersDisabled: 4,
  inactive: 9,
  neverSeen: 3,
  unknownUse: 5,
  available: 20,
  free: false,
  unitPrice: null,
  monthlyCost: null,
  monthlyWaste: null,
  renewals: [],
};

export const overview: LicenceOverviewAnswer = {
  connected: true,
  demonstration: false,
  parts: syncParts.map((name) => ({
    name,
    asOf: "2026-11-20T02:00:00.000Z",
    state: "ok",
    message: null,
    permissions: [...partPermissions[name]],
    unlocks: [...partUnlocks[name]],
  })),
  waiting: null,
  namesAsOf: "2026-06-30",
  monthlyCost: { known: [{ amount: "1234.50", currency: "GBP" }], unknown: 2 },
  monthlyWaste: { known: [], unknown: 3 },
};

/** Nothing was read, with what the part of licences came to. */
export function unread(state: "not-permitted" | null, connected = true): LicenceOverviewAnswer {
  return { ...overview, connected, parts: overview.parts.map((part) => ({ ...part, asOf: null, state })) };
}
