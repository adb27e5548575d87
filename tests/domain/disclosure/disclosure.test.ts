import {
  countDisclosure,
  type DisclosedSystem,
  discloseSystem,
  type Exemption,
  type OwnRedactions,
  peopleUsing,
  type Reasons,
  type Redactions,
  reasonsToKeep,
  withheldOf,
} from "../../../src/domain/disclosure/disclosure";

const system: DisclosedSystem = {
  ...{ name: "Payroll", supplier: "Civica", purpose: null, departments: "Resources", hosting: "cloud" },
  ...{ people: "0", contractStart: "2024-04-01", contractEnd: null, aiFeatures: "none" },
};

describe("what an answer withholds", () => {
  const said = (rules: OwnRedactions, reasons: Reasons = {}) => ({ rules, reasons });
  const defaults = (rules: Redactions, reasons: Reasons = {}) => ({ rules, reasons });
  const plain = (exemption: Exemption) => ({ exemption, reason: null });

  test("is what the council withholds of every system, unless one says otherwise", () => {
    expect(withheldOf(defaults({ supplier: "s.43(2)", hosting: "s.31(1)" }), said({}))).toEqual({
      supplier: plain("s.43(2)"),
      hosting: plain("s.31(1)"),
    });
    expect(
      withheldOf(defaults({ supplier: "s.43(2)" }), said({ supplier: "disclose", name: "s.31(1)" })),
    ).toEqual({ name: plain("s.31(1)") });
    expect(withheldOf(defaults({ supplier: "s.43(2)" }), said({ supplier: "s.41(1)" }))).toEqual({
      supplier: plain("s.41(1)"),
    });
  });

  test("has the reason of whoever says that it is withheld", () => {
    const council = defaults({ supplier: "s.43(2)" }, { supplier: "The tender is running" });
    expect(withheldOf(council, said({})).supplier?.reason).toBe("The tender is running");
    expect(withheldOf(council, said({ supplier: "s.41(1)" })).supplier?.reason).toBeNull();
    const own = said({ supplier: "s.41(1)" }, { supplier: "As agreed" });
    expect(withheldOf(council, own).supplier?.reason).toBe("As agreed");
  });

  test("keeps no reason of what is disclosed, nor an empty one", () => {
    const rules = { supplier: "s.43(2)", name: "s.31(1)", hosting: "disclose" } as const;
    const reasons = { supplier: " Tender ", name: "  ", hosting: "Asked for", purpose: "Asked for" };
    expect(reasonsToKeep({ rules, reasons })).toEqual({ supplier: "Tender" });
  });

  test("shows only the exemption and its reason, of what is not recorded too", () => {
    const cells = discloseSystem(system, {
      supplier: { exemption: "s.43(2)", reason: "Tender" },
      purpose: plain("s.31(1)"),
    });
    expect(cells.slice(0, 3)).toEqual([
      { kind: "value", text: "Payroll" },
      { kind: "redacted", exemption: "s.43(2)", reason: "Tender" },
      { kind: "redacted", exemption: "s.31(1)", reason: null },
    ]);
    expect(JSON.stringify(cells)).not.toContain("Civica");
  });

  test("tells what is not recorded from nobody and from none", () => {
    const cells = discloseSystem(system, {});
    expect(cells.map(({ kind }) => kind)).toEqual([
      ...["value", "value", "unknown", "value", "value", "value", "value", "unknown", "value"],
    ]);
    expect(cells[5]).toEqual({ kind: "value", text: "0" });
  });

  test("is counted by field and exemption, beside what is not recorded", () => {
    const rows = [discloseSystem(system, { supplier: plain("s.43(2)") }), discloseSystem(system, {})];
    expect(countDisclosure(rows)).toEqual({
      systems: 2,
      unknown: { purpose: 2, contractEnd: 2 },
      redacted: { supplier: { "s.43(2)": 1 } },
    });
  });
});

test.each<[number | null, (number | null)[], number | null]>([
  [12, [3, null], 12],
  [0, [3], 0],
  [null, [3, 4], 7],
  [null, [3, null], null],
  [null, [], null],
])("with %p people in all and %p by team, an answer says %p", (total, byTeam, expected) => {
  expect(peopleUsing(total, byTeam)).toBe(expected);
});
