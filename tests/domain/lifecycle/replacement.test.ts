import {
  checkAges,
  replacementState,
  replaceOn,
  shippedAges,
} from "../../../src/domain/lifecycle/replacement";
import { problemsOf } from "../../support/refusal-of";

const device = { type: "laptop", purchaseDate: null, warrantyEnd: null } as const;

describe("the day a device is due for replacement", () => {
  test.each([
    ["its age after the purchase", { purchaseDate: "2023-03-01" }, "2027-03-01"],
    [
      "by the purchase even where a warranty runs longer",
      { purchaseDate: "2023-03-01", warrantyEnd: "2030-01-01" },
      "2027-03-01",
    ],
    ["the end of the warranty when nobody knows the purchase", { warrantyEnd: "2025-06-30" }, "2025-06-30"],
    ["unknown when neither is known", {}, null],
    ["28 February after a leap day", { purchaseDate: "2024-02-29", type: "phone" }, "2027-02-28"],
    ["29 February where there is one", { purchaseDate: "2024-02-29" }, "2028-02-29"],
    ["unknown for a type without an age", { purchaseDate: "2010-01-01", type: "other" }, null],
  ] as const)("is %s", (_, more, day) => {
    expect(replaceOn(shippedAges, { ...device, ...more })).toBe(day);
  });

  test.each([
    ["2026-11-26", "due"],
    ["2026-11-27", "soon"],
    ["2027-05-28", "later"],
    [null, "unknown"],
  ] as const)("%s is %s", (day, state) => {
    expect(replacementState(day, new Date("2026-11-26T09:00:00Z"))).toBe(state);
  });
});

test.each([-1, 21, 2.5])("an age of %d years is refused, naming the type", (years) => {
  const problems = problemsOf(() => checkAges({ ...shippedAges, laptop: years }));
  expect(problems).toEqual(["replacement-age-out-of-range", { laptop: "0 to 20" }]);
});
