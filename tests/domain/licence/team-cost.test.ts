import type { Price } from "../../../src/domain/licence/price";
import { teamCost } from "../../../src/domain/licence/team-cost";

const teams = [
  { id: "adults", parentId: null },
  { id: "homecare", parentId: "adults" },
  { id: "finance", parentId: null },
];
const seats = [
  { teamId: "adults", skuId: "e3", held: 2, unused: 0 },
  { teamId: "homecare", skuId: "e3", held: 10, unused: 3 },
  { teamId: "homecare", skuId: "visio", held: 4, unused: 4 },
  { teamId: "finance", skuId: "e3", held: 7, unused: 1 },
];
const book: Price[] = [
  { skuId: "e3", price: { amount: "30.05", currency: "GBP" }, per: "month", from: "2026-04-01" },
];
const gbp = (amount: string) => ({ amount, currency: "GBP" });

test("a directorate costs what its teams cost, and says of how much the price is unknown", () => {
  expect(teamCost(teams, "adults", seats, book, "2026-11-26")).toEqual({
    cost: { known: [gbp("360.60")], unknown: 1 },
    waste: { known: [gbp("90.15")], unknown: 1 },
  });
});

test("before the first price everything is unknown, and nothing is 0", () => {
  const unknown = { known: [], unknown: 1 };
  expect(teamCost(teams, "finance", seats, book, "2026-03-31")).toEqual({ cost: unknown, waste: unknown });
});
