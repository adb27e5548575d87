import type { Assignment } from "../../../src/domain/licence/holder";
import type { BandedHolder, Sku } from "../../../src/domain/licence/licence-figures";
import {
  answerReview,
  markReleased,
  type ReviewItem,
  reviewAction,
  reviewAudience,
  saysTheSame,
} from "../../../src/domain/licence/review";
import { useBands } from "../../../src/domain/licence/use-band";
import { refusalOf } from "../../support/refusal-of";

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
  expect(reviewAction("keep", ["direct"])).toBe("none");
  expect(reviewAction("training", ["direct"])).toBe("train");
  expect(reviewAction("give-back", ["direct"])).toBe("take-from-person");
  expect(reviewAction("give-back", ["direct", "group-1"])).toBe("take-from-group");
  expect(reviewAction("give-back", [])).toBe("take-from-person");
});

const item: ReviewItem = {
  deliveryId: "delivery",
  checkInId: "check-in",
  personId: "a",
  skuId: "visio",
  useBand: "never",
  lastUsedAt: null,
  assignedBy: ["direct"],
  answer: null,
  note: null,
  answeredAt: null,
  releasedAt: null,
  releasedBy: null,
};
const [early, late] = ["2026-11-20T09:00:00.000Z", "2026-11-21T09:00:00.000Z"];

test("a later answer replaces an earlier one", () => {
  const first = answerReview(item, "keep", "for the yearly plan", early);
  expect(first).toMatchObject({ answer: "keep", note: "for the yearly plan", answeredAt: early });
  expect(saysTheSame(first, "keep", "for the yearly plan")).toBe(true);
  expect(saysTheSame(first, "keep", null)).toBe(false);
  expect(answerReview(first, "give-back", null, late)).toMatchObject({
    answer: "give-back",
    answeredAt: late,
  });
});

test("what was given back is noted as taken away once, with who and when, and can be noted by mistake", () => {
  const given = answerReview(item, "give-back", null, early);
  const released = markReleased(given, true, "it", late);
  expect(released).toMatchObject({ releasedAt: late, releasedBy: "it" });
  expect(markReleased(released, true, "another", early)).toBe(released);
  expect(markReleased(released, false, "it", late)).toEqual(given);
});

test("after that the answer stands", () => {
  const released = markReleased(answerReview(item, "give-back", null, early), true, "it", late);
  expect(refusalOf(() => answerReview(released, "keep", null, late))).toMatchObject({
    kind: "conflict",
    code: "licence-released",
  });
});

test.each([null, "keep", "training"] as const)(
  "nobody takes a licence away after the answer %s",
  (answer) => {
    const said = answer === null ? item : answerReview(item, answer, null, early);
    expect(refusalOf(() => markReleased(said, true, "it", late))).toMatchObject({
      kind: "conflict",
      code: "licence-not-given-back",
    });
  },
);
