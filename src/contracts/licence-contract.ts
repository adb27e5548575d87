import { z } from "zod";
import { gains, partStates, syncParts } from "../domain/graph-sync/sync-part";
import { assignmentStates } from "../domain/licence/holder";
import { pricePeriods } from "../domain/licence/price";
import { capabilities } from "../domain/licence/seats";
import { useBands } from "../domain/licence/use-band";
import { endpoint } from "./endpoint";
import { day, id, instantOut, listQuery, money, pageOf } from "./wire";

const count = z.number().int();
/** Null is unknown. */
const countOrNull = count.nullable();
export const moneyOut = z.object({ amount: z.string(), currency: z.string() });

const licence = z.object({
  skuId: id,
  skuPartNumber: z.string(),
  productName: z.string(),
  appliesTo: z.enum(["User", "Company"]),
  status: z.enum(capabilities),
  seats: z.object({ enabled: count, warning: count, suspended: count, lockedOut: count, usable: count }),
  consumedUnits: count,
  holders: countOrNull,
  holdersDisabled: countOrNull,
  /** Deleted accounts that still show it; they are no holders and take no seat. */
  holdersDeleted: countOrNull,
  inactive: countOrNull,
  neverSeen: countOrNull,
  unknownUse: countOrNull,
  /** Below zero when more are assigned than bought. */
  available: countOrNull,
  free: z.boolean(),
  unitPrice: moneyOut.extend({ per: z.enum(pricePeriods) }).nullable(),
  monthlyCost: moneyOut.nullable(),
  monthlyWaste: moneyOut.nullable(),
  renewals: z.array(
    z.object({
      source: z.enum(["subscription", "contract"]),
      id,
      day,
      actBy: day,
      /** False where only a change of state is announced, which need not be a renewal. */
      certain: z.boolean(),
    }),
  ),
});
export type LicenceAnswer = z.output<typeof licence>;

export const listLicences = endpoint({
  method: "GET",
  path: "/api/licences",
  summary: "Every SKU of the tenant: seats, holders, use, cost and waste; null is unknown",
  query: listQuery(["productName"], {}),
  response: pageOf(licence),
});

export const partlyKnown = z.object({
  /** One sum for each currency. */
  known: z.array(moneyOut),
  /** How many further costs are not known. */
  unknown: count,
});

const overview = z.object({
  connected: z.boolean(),
  /** True while what is shown was made up for a demonstration, and nothing was read. */
  demonstration: z.boolean(),
  parts: z.array(
    z.object({
      name: z.enum(syncParts),
      asOf: instantOut.nullable(),
      state: z.enum(partStates).nullable(),
      message: z.string().nullable(),
      /** What it takes to read the part. */
      permissions: z.array(z.string()),
      /** What reading it brings, by code. */
      unlocks: z.array(z.enum(gains)),
    }),
  ),
  waiting: z.object({ syncId: id, gone: count, before: count }).nullable(),
  /** How old the list is from which products have their names. */
  namesAsOf: day,
  monthlyCost: partlyKnown,
  monthlyWaste: partlyKnown,
});
export type LicenceOverviewAnswer = z.output<typeof overview>;

export const getLicenceOverview = endpoint({
  method: "GET",
  path: "/api/licences/overview",
  summary: "Where the figures of licences come from, how old each part is, and what they come to",
  response: overview,
});

const skuParams = z.strictObject({ skuId: id });

/** Who is reminded of renewals; `active` is false once they have left. */
export const renewalOwner = z.object({ id, name: z.string(), active: z.boolean() });

const details = licence.extend({
  /** Who sees to its renewals; null for nobody. */
  owner: renewalOwner.extend({ chosenAt: instantOut, chosenByName: z.string().nullable() }).nullable(),
  teams: z.array(
    z.object({
      teamId: id.nullable(),
      held: count,
      unused: count,
      monthlyCost: moneyOut.nullable(),
      monthlyWaste: moneyOut.nullable(),
    }),
  ),
  snapshots: z.array(z.object({ day, usable: count, held: countOrNull, unused: countOrNull })),
  prices: z.array(z.object({ price: moneyOut, per: z.enum(pricePeriods), from: day, until: day.nullable() })),
});
export type LicenceDetailsAnswer = z.output<typeof details>;

export const getLicence = endpoint({
  method: "GET",
  path: "/api/licences/{skuId}",
  summary: "One SKU with who holds it by team, how it stood on past nights, and its prices",
  params: skuParams,
  response: details,
});

const holder = z.object({
  personId: id,
  name: z.string(),
  email: z.string(),
  teamId: id.nullable(),
  /** `direct`, or the id of the group that gives it. */
  assignedBy: z.array(z.string()),
  state: z.enum(assignmentStates),
  useBand: z.enum(useBands),
  lastUsedAt: instantOut.nullable(),
  accountEnabled: z.boolean(),
  /** The groups that give it; a name is null where groups were not read, or this one is no more. */
  groups: z.array(z.object({ id, name: z.string().nullable() })),
});
export type LicenceHolderAnswer = z.output<typeof holder>;

export const listLicenceHolders = endpoint({
  method: "GET",
  path: "/api/licences/{skuId}/holders",
  summary: "Who holds a SKU, how it came and how it is used",
  params: skuParams,
  query: listQuery(["name"], { useBand: z.enum(useBands).optional() }),
  response: pageOf(holder),
});

/** `until` is the last day on which it holds; open where it is left out. */
const price = { ...money.shape, per: z.enum(pricePeriods), from: day, until: day.nullable().optional() };

export const setLicenceOwner = endpoint({
  method: "PUT",
  path: "/api/licences/{skuId}/owner",
  summary: "Who sees to the renewals of a SKU and is reminded of them; null for nobody",
  params: skuParams,
  body: z.strictObject({ personId: id.nullable() }),
  response: z.object({ owner: renewalOwner.nullable() }),
});

export const setLicencePrice = endpoint({
  method: "PUT",
  path: "/api/licences/{skuId}/price",
  summary: "What one seat costs from a day on",
  params: skuParams,
  body: z.strictObject(price),
  response: z.object({ skuId: id, ...price }),
});
