import { z } from "zod";
import { deliveryReasons, deliveryStates } from "../domain/delivery";
import { pricePeriods } from "../domain/licence/price";
import { priceVerdicts } from "../domain/licence/price-file";
import { settledReasons } from "../domain/licence/renewal-reminder";
import { endpoint } from "./endpoint";
import { exportsOf } from "./export-contract";
import { moneyOut, partlyKnown, renewalOwner } from "./licence-contract";
import { day, id, instantOut } from "./wire";

const count = z.number().int();

const enteredPrice = z.object({
  price: moneyOut,
  per: z.enum(pricePeriods),
  from: day,
  /** The last day on which it holds; null while it is open. */
  until: day.nullable(),
  setAt: instantOut,
  setByName: z.string().nullable(),
});
export type EnteredPriceAnswer = z.output<typeof enteredPrice>;

const pricedLicence = z.object({
  skuId: id,
  skuPartNumber: z.string(),
  productName: z.string(),
  free: z.boolean(),
  /** In force today; null is unknown. */
  current: enteredPrice.nullable(),
  /** All that were ever entered, the latest first. */
  prices: z.array(enteredPrice),
});
export type PricedLicenceAnswer = z.output<typeof pricedLicence>;

export const getPriceBook = endpoint({
  method: "GET",
  path: "/api/licence-prices",
  summary: "The price book: what a seat of each SKU costs from which day on, as people entered it",
  response: z.object({ items: z.array(pricedLicence) }),
});

export const removeLicencePrice = endpoint({
  method: "DELETE",
  path: "/api/licences/{skuId}/prices/{from}",
  summary: "Take a price out of the book that was entered by mistake",
  params: z.strictObject({ skuId: id, from: day }),
  response: z.object({ removed: z.literal(true) }),
});

export const importLicencePrices = endpoint({
  method: "POST",
  path: "/api/licence-prices/import",
  summary: "Preview or apply a CSV file of prices; apply is all or nothing",
  query: z.strictObject({ mode: z.enum(["preview", "apply"]) }),
  body: "csv",
  response: z.object({
    rows: z.object({ total: count, create: count, update: count, unchanged: count, error: count }),
    problems: z.array(
      z.object({
        line: count,
        column: z.string().nullable(),
        message: z.string(),
        severity: z.enum(["error", "conflict", "warning"]),
      }),
    ),
    lines: z.array(
      z.object({
        line: count,
        verdict: z.enum(priceVerdicts),
        productName: z.string().nullable(),
        price: z
          .object({ price: moneyOut, per: z.enum(pricePeriods), from: day, until: day.nullable() })
          .nullable(),
      }),
    ),
    applied: z.boolean(),
  }),
});
export type PriceImportAnswer = z.output<typeof importLicencePrices.response>;

export const exportLicencePrices = exportsOf(
  "licence-prices",
  "The price book with the headers of its import",
  z.strictObject({}),
);

export const getLicenceCosts = endpoint({
  method: "GET",
  path: "/api/licences/costs",
  summary: "What paid licences cost and waste a month, by team with those below it",
  query: z.strictObject({ skuId: id.optional() }),
  response: z.object({
    cost: partlyKnown,
    waste: partlyKnown,
    teams: z.array(
      z.object({
        /** Null for people without a team. */
        teamId: id.nullable(),
        name: z.string().nullable(),
        parentId: id.nullable(),
        held: count,
        unused: count,
        cost: partlyKnown,
        waste: partlyKnown,
      }),
    ),
  }),
});
export type LicenceCostsAnswer = z.output<typeof getLicenceCosts.response>;

const overlap = z.object({
  skuId: id,
  productName: z.string(),
  withinSkuId: id,
  withinName: z.string(),
  people: count,
  /** Null where no price is known. */
  monthlySaving: moneyOut.nullable(),
});
export type OverlapAnswer = z.output<typeof overlap>;

export const listOverlaps = endpoint({
  method: "GET",
  path: "/api/licences/overlaps",
  summary: "Plans that people hold beside a suite that already gives all of them, and what that costs",
  response: z.object({ items: z.array(overlap) }),
});

export const listOverlapPeople = endpoint({
  method: "GET",
  path: "/api/licences/{skuId}/overlaps/{withinSkuId}",
  summary: "Who holds a plan beside the suite that it is in; five hundred at most",
  params: z.strictObject({ skuId: id, withinSkuId: id }),
  response: z.object({
    total: count,
    people: z.array(z.object({ personId: id, name: z.string().nullable(), teamId: id.nullable() })),
  }),
});

const renewal = z.object({
  source: z.enum(["subscription", "contract"]),
  id,
  name: z.string(),
  skuId: id.nullable(),
  applicationId: id.nullable(),
  supplier: z.string().nullable(),
  seats: count.nullable(),
  value: moneyOut.nullable(),
  day,
  /** The notice date of a contract; the day itself where none is recorded. */
  actBy: day,
  /** False where only a change of state is announced, which need not be a renewal. */
  certain: z.boolean(),
  /** Until when seats can be given up, and from when that saves; null once that is over. */
  window: z.object({ lastDay: day, savesFrom: day }).nullable(),
  /** How many days ahead its owner is reminded now; null where no reminder is due, or nobody is reminded. */
  reminder: count.nullable(),
  /** Of the SKU as IT chose them, or of the application of the contract; null where there is nobody to remind. */
  owner: renewalOwner.nullable(),
  /** Why nobody needs to be reminded. */
  settled: z.enum(settledReasons).nullable(),
  /** Whether a contract goes on by itself; null where that is not recorded. */
  tacit: z.boolean().nullable(),
  /** Seats that could be given up; null for a contract, and where they are not known. */
  unused: z.object({ count, unknownUse: count.nullable() }).nullable(),
  /** Null where no price is known. */
  monthlySaving: moneyOut.nullable(),
  /** The day of the next reminder. */
  nextReminder: day.nullable(),
  /** How far the latest reminder to its owner came. That it was sent does not say that it was read. */
  lastReminder: z
    .object({
      daysAhead: count,
      state: z.enum(deliveryStates),
      reason: z.enum(deliveryReasons).nullable(),
      decidedAt: instantOut,
      sentAt: instantOut.nullable(),
    })
    .nullable(),
});
export type RenewalAnswer = z.output<typeof renewal>;

export const listRenewals = endpoint({
  method: "GET",
  path: "/api/licences/renewals",
  summary: "Subscriptions and contracts together, by the day to act by",
  response: z.object({ items: z.array(renewal) }),
});

export const decideRenewal = endpoint({
  method: "PUT",
  path: "/api/licences/renewals/{source}/{id}/decision",
  summary: "Say that it is decided what becomes of a renewal, so that nobody is reminded, or not after all",
  params: z.strictObject({ source: z.enum(["subscription", "contract"]), id }),
  body: z.strictObject({ actBy: day, decided: z.boolean() }),
  response: z.object({ decided: z.boolean() }),
});
