import { isSameMoney } from "../import/money-text";
import type { Day } from "../instant";
import type { Money } from "../money";
import { Refusal } from "../refusal";

export const pricePeriods = ["month", "year"] as const;
export type PricePeriod = (typeof pricePeriods)[number];

/** What one seat of a SKU costs from a day on, as people entered it; Graph knows no prices. */
export interface Price {
  readonly skuId: string;
  readonly price: Money;
  readonly per: PricePeriod;
  readonly from: Day;
  /** The last day on which it holds; open where it is left out. */
  readonly until?: Day | null;
}

/** @throws Refusal invalid `price-ends-before-start` */
export function checkPrice(price: Price): Price {
  const { from, until = null } = price;
  if (until !== null && until < from) throw new Refusal("invalid", "price-ends-before-start");
  return { ...price, until };
}

export function isSamePrice(one: Price, other: Price): boolean {
  const { price, per, until = null } = one;
  return isSameMoney(price, other.price) && per === other.per && until === (other.until ?? null);
}

/** The price in force on a day: the latest that began, unless it has ended; null is unknown, never 0. */
export function priceOn<P extends Pick<Price, "skuId" | "from" | "until">>(
  book: readonly P[],
  skuId: string,
  day: Day,
): P | null {
  const begun = book.filter((price) => price.skuId === skuId && price.from <= day);
  const latest = begun.reduce<P | null>(
    (best, price) => (best === null || price.from > best.from ? price : best),
    null,
  );
  const until = latest?.until ?? null;
  return until !== null && until < day ? null : latest;
}

/** What so many seats cost a month; a yearly price is divided once, after multiplying, so that pennies are not lost. */
export function monthlyCost({ price, per }: Pick<Price, "price" | "per">, seats: number): Money {
  const pennies = penniesOf(price.amount) * seats;
  return toMoney(per === "month" ? pennies : Math.round(pennies / 12), price.currency);
}

/** A sum of costs of which some are unknown: how many those are stands beside it. */
export interface PartlyKnown {
  readonly known: readonly Money[];
  readonly unknown: number;
}

/** Amounts of different currencies are never added to each other. */
export function addUp(costs: readonly (Money | null)[]): PartlyKnown {
  const sums = new Map<string, number>();
  for (const cost of costs) {
    if (cost !== null) sums.set(cost.currency, (sums.get(cost.currency) ?? 0) + penniesOf(cost.amount));
  }
  return {
    known: [...sums].map(([currency, pennies]) => toMoney(pennies, currency)),
    unknown: costs.filter((cost) => cost === null).length,
  };
}

function penniesOf(amount: string): number {
  const [pounds = "0", part = ""] = amount.split(".");
  return Number(pounds) * 100 + Number(part.padEnd(2, "0"));
}

function toMoney(pennies: number, currency: string): Money {
  return { amount: `${Math.floor(pennies / 100)}.${String(pennies % 100).padStart(2, "0")}`, currency };
}
