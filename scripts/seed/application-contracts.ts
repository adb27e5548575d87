import type { ContractDraft } from "../../src/domain/application/contract";
import { addDays, type Day } from "../../src/domain/instant";
import type { RandomSource } from "../../tests/support/builders";
import type { Product } from "./application-catalogue";

/** What the council signed for a product; null where there is nothing to sign, or where nobody can find it. */
export function contractOf(product: Product, now: Date, random: RandomSource): ContractDraft | null {
  if (product.supplier === null || product.gap === "no-contract") return null;
  const years = random.between(2, 5);
  const noticeDays = random.weighted([
    [90, 5],
    [180, 2],
    [30, 1],
    [null, 1],
  ] as const);
  const notice = product.gap === "notice-soon" ? 90 : noticeDays;
  const ends = endsIn(product, notice, random);
  return {
    reference: `LC-${random.between(2019, 2026)}-${String(random.between(1, 999)).padStart(3, "0")}`,
    start: dayAfter(now, ends - 365 * years),
    end: dayAfter(now, ends),
    noticeDays: notice,
    renewal: random.pick(["tacit", "tacit", "express"] as const),
    value: { amount: `${product.cost * years}.00`, currency: "GBP" },
  };
}

/** Days from now. */
function endsIn({ gap }: Product, notice: number | null, random: RandomSource): number {
  if (gap === "contract-over") return -random.between(20, 200);
  if (gap === "notice-soon") return (notice ?? 0) + random.between(3, 28);
  return random.between(150, 1_300);
}

export function dayAfter(now: Date, days: number): Day {
  return addDays(now, days).toISOString().slice(0, 10);
}
