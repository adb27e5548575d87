import fc from "fast-check";
import {
  type ApplicationDraft,
  changeApplication,
  effectiveDisposition,
  registerApplication,
} from "../../../src/domain/application/application";
import { type Disposition, dispositionOf, type Fit, fits } from "../../../src/domain/application/disposition";
import { usersOverTeams } from "../../../src/domain/application/team-use";
import { refusalOf } from "../../support/refusal-of";

const draft: ApplicationDraft = { name: "Revenues", kind: "line-of-business" };
const register = (more: Partial<ApplicationDraft> = {}) =>
  registerApplication({ ...draft, ...more }, "a-1", "tab");

describe("an application", () => {
  test("starts with everything unknown that nobody said", () => {
    expect(register()).toMatchObject({
      lifecycle: null,
      personalData: "unknown",
      accessibility: "unknown",
      aiFeatures: null,
      userCount: null,
      version: 1,
    });
  });

  test("counts zero people as an answer, not as unknown", () => {
    expect(register({ userCount: 0 }).userCount).toBe(0);
  });

  test("is changed where something is said, cleared by null, and left by undefined", () => {
    const before = register({ purpose: "Council tax", hosting: "cloud" });
    const after = changeApplication(before, { purpose: null, hosting: undefined, userCount: 12 });
    expect(after).toEqual({ ...before, purpose: null, userCount: 12, version: 2 });
  });

  test.each([
    ["an empty name", { name: " ​ " }, "application-name-empty"],
    ["an override without a reason", { dispositionOverride: "invest" }, "override-without-reason"],
    [
      "a blank reason for a risk",
      { riskOverrides: { L3: { score: 4, reason: " " } } },
      "override-without-reason",
    ],
    ["itself as its replacement", { replacedById: "a-1" }, "replaced-by-itself"],
  ] as const)("is refused with %s", (_what, more, code) => {
    expect(refusalOf(() => register(more))).toMatchObject({ kind: "invalid", code });
  });

  test("loses the reason together with the override that it explained", () => {
    const before = register({ dispositionOverride: "invest", dispositionReason: "It is new" });
    expect(changeApplication(before, { dispositionOverride: null }).dispositionReason).toBeNull();
    expect(register({ dispositionReason: "Left over" }).dispositionReason).toBeNull();
  });
});

describe("the disposition", () => {
  const table: [Fit, Fit, Disposition][] = [
    [5, 5, "invest"],
    [3, 3, "invest"],
    [5, 1, "migrate"],
    [3, 2, "migrate"],
    [1, 5, "tolerate"],
    [2, 3, "tolerate"],
    [1, 1, "eliminate"],
    [2, 2, "eliminate"],
  ];
  test.each(table)("of functional fit %i and technical fit %i is %s", (functional, technical, expected) => {
    expect(dispositionOf(functional, technical)).toBe(expected);
  });

  test("is unknown while either score is missing", () => {
    fc.assert(
      fc.property(fc.constantFrom(...fits), (fit) => {
        expect([dispositionOf(fit, null), dispositionOf(null, fit)]).toEqual([null, null]);
      }),
    );
  });

  test("is what people decided, if they did, and says whose word it is", () => {
    const scored = { functionalFit: 1, technicalFit: 1 } as const;
    expect(effectiveDisposition(register(scored))).toEqual({ disposition: "eliminate", source: "scores" });
    const own = { dispositionOverride: "tolerate", dispositionReason: "Replaced next year" } as const;
    expect(effectiveDisposition(register({ ...scored, ...own }))).toEqual({
      disposition: "tolerate",
      source: "person",
    });
    expect(effectiveDisposition(register())).toEqual({ disposition: null, source: null });
  });
});

describe("people over all teams", () => {
  test("are the sum of what every team says, without teams that only plan it", () => {
    const teams = [
      { use: "in-use", userCount: 4 },
      { use: "retiring", userCount: 0 },
      { use: "planned", userCount: null },
    ] as const;
    expect(usersOverTeams(teams)).toBe(4);
  });

  test("are unknown as soon as one team's are", () => {
    expect(usersOverTeams([{ use: "in-use", userCount: null }])).toBeNull();
    expect(usersOverTeams([])).toBeNull();
  });
});
