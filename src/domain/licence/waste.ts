import type { Money } from "../money";
import type { LicenceFigures, Sku } from "./licence-figures";
import { monthlyCost, type Price } from "./price";
import { isInForce, usableSeats } from "./seats";

/** Money a month; null is unknown. */
export interface LicenceCost {
  readonly monthlyCost: Money | null;
  readonly monthlyWaste: Money | null;
}

/**
 * Seats that nobody holds and seats whose holders are known not to use them. Disabled accounts are left out, because
 * shared mailboxes and rooms are disabled by design; so are holders of whom nothing is known.
 */
export function wastedSeats(figures: Pick<LicenceFigures, "available" | "inactive" | "neverSeen">): number {
  return Math.max(0, figures.available ?? 0) + (figures.inactive ?? 0) + (figures.neverSeen ?? 0);
}

/**
 * What a SKU costs and wastes with the price in force. What is free costs nothing; what is not in force, or bought for
 * the whole council, wastes nothing; without a price both are unknown, even where the number of seats is 0.
 */
export function licenceCost(sku: Sku, figures: LicenceFigures, price: Price | null): LicenceCost {
  if (figures.free) return { monthlyCost: nothing(price), monthlyWaste: nothing(price) };
  if (price === null) return { monthlyCost: null, monthlyWaste: null };
  const paid = isInForce(sku.capability) ? usableSeats(sku.units) : 0;
  const wasted = isInForce(sku.capability) && sku.appliesTo === "User" ? wastedSeats(figures) : 0;
  return { monthlyCost: monthlyCost(price, paid), monthlyWaste: monthlyCost(price, Math.min(wasted, paid)) };
}

function nothing(price: Price | null): Money {
  return { amount: "0.00", currency: price?.price.currency ?? "GBP" };
}
