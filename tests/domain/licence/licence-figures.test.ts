import fc from "fast-check";
import {
  type BandedHolder,
  countHolders,
  isFree,
  licenceFigures,
  type Sku,
} from "../../../src/domain/licence/licence-figures";
import { useBands } from "../../../src/domain/licence/use-band";

const sku: Sku = {
  skuId: "e3",
  skuPartNumber: "SPE_E3",
  appliesTo: "User",
  capability: "Enabled",
  units: { enabled: 10, warning: 2, suspended: 50, lockedOut: 0 },
  consumedUnits: 9,
  isTrial: false,
};
const free = new Set(["FLOW_FREE"]);

const people: fc.Arbitrary<BandedHolder[]> = fc.uniqueArray(
  fc.record({
    personId: fc.uuid(),
    accountEnabled: fc.boolean(),
    deleted: fc.boolean(),
    skuIds: fc.constantFrom<string[]>(["e3"], ["other"], ["e3", "other"]),
    assignments: fc.constant([]),
    useBand: fc.constantFrom(...useBands),
  }),
  { selector: (person) => person.personId, maxLength: 60 },
);

test("the figures equal counts made one person at a time", () => {
  fc.assert(
    fc.property(people, (all) => {
      const count = {
        holders: 0,
        holdersDisabled: 0,
        holdersDeleted: 0,
        inactive: 0,
        neverSeen: 0,
        unknownUse: 0,
      };
      for (const person of all) {
        if (!person.skuIds.includes("e3")) continue;
        if (person.deleted) {
          count.holdersDeleted++;
          continue;
        }
        count.holders++;
        if (!person.accountEnabled) count.holdersDisabled++;
        else if (person.useBand === "dormant") count.inactive++;
        else if (person.useBand === "never") count.neverSeen++;
        else if (person.useBand === "unknown") count.unknownUse++;
      }
      expect(licenceFigures(sku, countHolders(all, "e3"), free)).toEqual({
        ...count,
        available: 3,
        free: false,
      });
    }),
  );
});

test("what Graph says is consumed is not corrected by who holds it", () => {
  expect(licenceFigures({ ...sku, consumedUnits: 15 }, countHolders([], "e3"), free)).toMatchObject({
    holders: 0,
    available: -3,
  });
});

test("while nobody was read yet, nobody is counted as nobody", () => {
  expect(licenceFigures(sku, null, free)).toMatchObject({ holders: null, unknownUse: null, available: 3 });
});

test("what is bought for the whole council has no holders and no free seats", () => {
  const figures = licenceFigures({ ...sku, appliesTo: "Company" }, countHolders([], "e3"), free);
  expect(figures).toMatchObject({ holders: null, unknownUse: null, available: null });
});

test("a SKU is free by the list or as a trial, not by its size", () => {
  expect(isFree({ skuPartNumber: "FLOW_FREE", isTrial: false }, free)).toBe(true);
  expect(isFree({ skuPartNumber: "SPE_E3", isTrial: true }, free)).toBe(true);
  expect(isFree({ skuPartNumber: "SPE_E3", isTrial: false }, free)).toBe(false);
});
