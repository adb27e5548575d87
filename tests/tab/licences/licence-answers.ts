import type { LicenceAnswer, LicenceOverviewAnswer } from "../../../src/contracts/licence-contract";
import type { RenewalAnswer } from "../../../src/contracts/licence-money-contract";
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
  holdersDeleted: 2,
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

/** Of a contract that its owner is not reminded of yet. */
export const renewal: RenewalAnswer = {
  ...{ source: "contract", id: "c-1", name: "Ledger", skuId: null, applicationId: "a-1", supplier: null },
  ...{ seats: null, value: null, day: "2099-03-31", actBy: "2098-12-31", certain: true, tacit: null },
  window: { lastDay: "2098-12-31", savesFrom: "2099-04-01" },
  owner: { id: "p-nia", name: "Nia Hughes", active: true },
  ...{ reminder: null, settled: null, unused: null, monthlySaving: null },
  nextReminder: "2098-11-01",
  lastReminder: null,
};
