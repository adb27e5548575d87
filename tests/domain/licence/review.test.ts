import type { Assignment } from "../../../src/domain/licence/holder";
import type { BandedHolder, Sku } from "../../../src/domain/licence/licence-figures";
import { reviewAction, reviewAudience } from "../../../src/domain/licence/review";
import { useBands } from "../../../src/domain/licence/use-band";

const sku: Sku = {
  skuId: "visio",
  skuPartNumber: "VISIOCLIENT",
  appliesTo: "User",
  capability: "Enabled",
  units: { enabled: 10, warning: 0, suspended: 0, lockedOut: 0 },
  consumedUnits: 5,
  isTrial: false,
};
const direct: Assignment = { skuId: "visio", assignedByGroup: null, state: "Active", disabledPlans: [] };
const holder = (personId: string, change: Partial<BandedHolder> = {}): BandedHolder => ({
  personId,
  accountEnabled: true,
  deleted: false,
  skuIds: ["visio"],
  assignments: [direct],
  useBand: "dormant",
  ...change,
});
const asked = (of: Sku, people: readonly BandedHolder[]) =>
  reviewAudience(of, people, new Set(["FLOW_FREE"])).map((person) => person.personId);

test("a review asks those known not to use a licence, never those of whom nothing is known", () => {
  const people = useBands.map((useBand) => holder(useBand, { useBand }));
  expect(asked(sku, people)).toEqual(["dormant", "never"]);
});

test("disabled and deleted accounts, and people without the licence, are not asked", () => {
  const others = [
    holder("disabled", { accountEnabled: false }),
    holder("deleted", { deleted: true }),
    holder("without", { skuIds: [] }),
  ];
  expect(asked(sku, others)).toEqual([]);
});

test.each([
  ["is free", { skuPartNumber: "FLOW_FREE" }],
  ["is a trial", { isTrial: true }],
  ["is bought for the whole council", { appliesTo: "Company" }],
  ["is suspended", { capability: "Suspended" }],
] as const)("nobody is asked about what %s", (_what, change) => {
  expect(asked({ ...sku, ...change }, [holder("a")])).toEqual([]);
});

test("an answer leads to what IT does about it", () => {
  const grouped = holder("g", { assignments: [direct, { ...direct, assignedByGroup: "group-1" }] });
  expect(reviewAction("keep", holder("a"), "visio")).toBe("none");
  expect(reviewAction("training", holder("a"), "visio")).toBe("train");
  expect(reviewAction("give-back", holder("a"), "visio")).toBe("take-from-person");
  expect(reviewAction("give-back", grouped, "visio")).toBe("take-from-group");
  expect(reviewAction("give-back", holder("a", { assignments: [] }), "visio")).toBe("take-from-person");
});
