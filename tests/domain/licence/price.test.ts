import {
  addUp,
  checkPrice,
  isSamePrice,
  monthlyCost,
  type Price,
  priceOn,
} from "../../../src/domain/licence/price";
import { refusalOf, refused } from "../../support/refusal-of";

const gbp = (amount: string) => ({ amount, currency: "GBP" });
const price = (from: string, amount: string): Price => ({
  skuId: "e3",
  price: gbp(amount),
  per: "month",
  from,
});
const book = [price("2026-04-01", "33.10"), price("2025-04-01", "31"), price("2027-04-01", "35.50")];

test.each([
  ["2026-03-31", "31"],
  ["2026-04-01", "33.10"],
  ["2027-03-31", "33.10"],
  ["2030-01-01", "35.50"],
])("on %s a seat costs %s", (day, amount) => {
  expect(priceOn(book, "e3", day)?.price).toEqual(gbp(amount));
});

test("before its first price, and for another SKU, the price is unknown", () => {
  expect(priceOn(book, "e3", "2025-03-31")).toBeNull();
  expect(priceOn(book, "e5", "2026-04-01")).toBeNull();
});

test("a month of seats costs to the penny", () => {
  expect(monthlyCost(price("2026-04-01", "33.1"), 3)).toEqual(gbp("99.30"));
  expect(monthlyCost({ price: gbp("100"), per: "year" }, 1)).toEqual(gbp("8.33"));
  expect(monthlyCost({ price: gbp("100"), per: "year" }, 12)).toEqual(gbp("100.00"));
  expect(monthlyCost({ price: gbp("0.07"), per: "month" }, 100_000)).toEqual(gbp("7000.00"));
});

test("a sum says how many of its parts are unknown and keeps currencies apart", () => {
  const sum = addUp([gbp("0.10"), null, gbp("0.20"), { amount: "5", currency: "EUR" }]);
  expect(sum).toEqual({ known: [gbp("0.30"), { amount: "5.00", currency: "EUR" }], unknown: 1 });
});

test("a price that has ended is unknown, not what it was, until a later one begins", () => {
  const ended = [{ ...price("2025-04-01", "31"), until: "2025-12-31" }, price("2026-04-01", "33.10")];
  expect(priceOn(ended, "e3", "2025-12-31")?.price).toEqual(gbp("31"));
  expect(priceOn(ended, "e3", "2026-01-01")).toBeNull();
  expect(priceOn(ended, "e3", "2026-04-01")?.price).toEqual(gbp("33.10"));
});

test("a price ends on the day it begins at the earliest", () => {
  expect(checkPrice({ ...price("2026-04-01", "31"), until: "2026-04-01" }).until).toBe("2026-04-01");
  expect(checkPrice(price("2026-04-01", "31")).until).toBeNull();
  expect(refusalOf(() => checkPrice({ ...price("2026-04-01", "31"), until: "2026-03-31" }))).toEqual(
    refused("invalid", "price-ends-before-start"),
  );
});

test("prices are the same when amount, period and end are, however they are written", () => {
  const one = price("2026-04-01", "33.1");
  expect(isSamePrice(one, { ...one, price: gbp("33.10"), until: null })).toBe(true);
  expect(isSamePrice(one, { ...one, per: "year" })).toBe(false);
  expect(isSamePrice(one, { ...one, until: "2027-03-31" })).toBe(false);
});
