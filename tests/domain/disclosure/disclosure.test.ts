import {
  countDisclosure,
  type DisclosedSystem,
  discloseSystem,
  peopleUsing,
  redactionsOf,
} from "../../../src/domain/disclosure/disclosure";

const system: DisclosedSystem = {
  ...{ name: "Payroll", supplier: "Civica", purpose: null, departments: "Resources", hosting: "cloud" },
  ...{ people: "0", contractStart: "2024-04-01", contractEnd: null, aiFeatures: "none" },
};

describe("what an answer withholds", () => {
  test("is what the council withholds of every system, unless one says otherwise", () => {
    expect(redactionsOf({ supplier: "s.43(2)", hosting: "s.31(1)" }, {})).toEqual({
      supplier: "s.43(2)",
      hosting: "s.31(1)",
    });
    expect(redactionsOf({ supplier: "s.43(2)" }, { supplier: "disclose", name: "s.31(1)" })).toEqual({
      name: "s.31(1)",
    });
    expect(redactionsOf({ supplier: "s.43(2)" }, { supplier: "s.41(1)" })).toEqual({ supplier: "s.41(1)" });
  });

  test("shows only the exemption, of what is not recorded too", () => {
    const cells = discloseSystem(system, { supplier: "s.43(2)", purpose: "s.31(1)" });
    expect(cells.slice(0, 3)).toEqual([
      { kind: "value", text: "Payroll" },
      { kind: "redacted", exemption: "s.43(2)" },
      { kind: "redacted", exemption: "s.31(1)" },
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
    const rows = [discloseSystem(system, { supplier: "s.43(2)" }), discloseSystem(system, {})];
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
