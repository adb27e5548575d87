import fc from "fast-check";
import { addUp, monthlyCost, type Price, priceOn } from "../../../src/domain/licence/price";
import { costsByTeam, type TeamSeats } from "../../../src/domain/licence/team-cost";
import { withTeamsBelow } from "../../../src/domain/team";

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
const today = "2026-11-26";
const gbp = (amount: string) => ({ amount, currency: "GBP" });
const of = (teamId: string, day = today, from: readonly TeamSeats[] = seats) =>
  costsByTeam(teams, from, book, day).find((cost) => cost.teamId === teamId);

test("a directorate costs what its teams cost, and says of how much the price is unknown", () => {
  expect(of("adults")).toEqual({
    teamId: "adults",
    held: 16,
    unused: 7,
    cost: { known: [gbp("360.60")], unknown: 1 },
    waste: { known: [gbp("90.15")], unknown: 1 },
  });
});

test("before the first price everything is unknown, and nothing is 0", () => {
  const unknown = { known: [], unknown: 1 };
  expect(of("finance", "2026-03-31")).toMatchObject({ cost: unknown, waste: unknown });
});

test("people without a team are told apart, and teams that hold nothing are left out", () => {
  const without = { teamId: "", skuId: "e3", held: 1, unused: 1 };
  const all = costsByTeam(teams, [without], book, today);
  expect(all.map(({ teamId }) => teamId)).toEqual([""]);
  expect(all[0]?.cost.known).toEqual([gbp("30.05")]);
});

test("a circle of teams counts each of them once", () => {
  const circle = [
    { id: "a", parentId: "b" },
    { id: "b", parentId: "a" },
  ];
  const held = [{ teamId: "a", skuId: "e3", held: 2, unused: 0 }];
  expect(costsByTeam(circle, held, book, today).map((cost) => cost.held)).toEqual([2, 2]);
});

test("every team comes to what one gets by looking for its seats below it", () => {
  const ids = ["a", "b", "c", "d", "e"];
  const tree = fc
    .array(fc.nat({ max: 4 }), { minLength: 5, maxLength: 5 })
    .map((above) =>
      ids.map((id, at) => ({ id, parentId: at === 0 ? null : (ids[(above[at] ?? 0) % at] ?? null) })),
    );
  const part = fc.record({
    teamId: fc.constantFrom(...ids),
    skuId: fc.constantFrom("e3", "visio"),
    held: fc.nat({ max: 50 }),
    unused: fc.nat({ max: 50 }),
  });
  fc.assert(
    fc.property(tree, fc.array(part, { maxLength: 12 }), (branches, parts) => {
      for (const { teamId, cost, held } of costsByTeam(branches, parts, book, today)) {
        const below = new Set(withTeamsBelow(branches, [teamId]));
        const mine = parts.filter((each) => below.has(each.teamId));
        const costs = mine.map((each) => {
          const price = priceOn(book, each.skuId, today);
          return price && monthlyCost(price, each.held);
        });
        expect(cost).toEqual(addUp(costs));
        expect(held).toBe(mine.reduce((sum, each) => sum + each.held, 0));
      }
    }),
  );
});
