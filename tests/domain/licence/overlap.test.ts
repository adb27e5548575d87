import { overlapsOf } from "../../../src/domain/licence/overlap";

const e3 = { skuId: "e3", planIds: ["exchange", "teams", "office"] };
const e5 = { skuId: "e5", planIds: ["exchange", "teams", "office", "phone"] };
const visio = { skuId: "visio", planIds: ["visio"] };

test("a suite within a larger suite of the same person is not needed", () => {
  expect(overlapsOf([e3, e5, visio])).toEqual([{ skuId: "e3", within: "e5" }]);
});

test("a plan that the larger suite has disabled is still needed", () => {
  const withoutTeams = { ...e5, planIds: ["exchange", "office", "phone"] };
  expect(overlapsOf([e3, withoutTeams])).toEqual([]);
});

test("of two equal SKUs one is named, in whatever order they come", () => {
  const twin = { ...e3, skuId: "f9" };
  expect(overlapsOf([e3, twin])).toEqual([{ skuId: "f9", within: "e3" }]);
  expect(overlapsOf([twin, e3])).toEqual([{ skuId: "f9", within: "e3" }]);
});

test("a SKU of which no plan is known overlaps with nothing", () => {
  expect(overlapsOf([e5, { skuId: "odd", planIds: [] }])).toEqual([]);
});
