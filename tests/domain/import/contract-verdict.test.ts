import { type Contract, type ContractDraft, conclude } from "../../../src/domain/application/contract";
import { people, teams } from "./council";
import { judgeContracts, kindsOf, problemsOf, type Table } from "./reading";

const applications = [
  { id: "a-pay", name: "Payroll", supplierId: "s-civica" },
  { id: "a-rev", name: "Revenues", supplierId: null },
];
const suppliers = { "s-civica": "Civica", "s-nec": "NEC" };

function contract(id: string, more: ContractDraft = {}, applicationId = "a-pay"): Contract {
  return conclude(more, id, applicationId);
}

const judge = (table: Table, contracts: readonly Contract[] = []) =>
  judgeContracts(table, { applications, contracts, suppliers, people, teams });
const header = ["System", "Supplier", "Contract ref", "Start date", "End date"];

describe("a row of a file of contracts", () => {
  test("concludes a contract for an application that is named, whatever the columns are called", () => {
    const [verdict] = judge([
      [...header, "Notice period", "Renewal", "Annual value"],
      ["payroll", "civica", "C-1", "1 Apr 2024", "31/03/2027", "90 days", "Tacit", "£12,500.50"],
    ]);
    expect(verdict).toMatchObject({
      kind: "create",
      after: {
        ...{ applicationId: "a-pay", supplierId: "s-civica", reference: "C-1", start: "2024-04-01" },
        ...{ end: "2027-03-31", noticeDays: 90, renewal: "tacit", version: 1 },
        value: { amount: "12500.50", currency: "GBP" },
      },
    });
  });

  test("has the application's own supplier when the file has no column for one, and none when the cell is empty", () => {
    const verdicts = judge([
      ["System", "Contract ref"],
      ["Payroll", "C-1"],
    ]);
    expect(verdicts[0]?.after?.supplierId).toBe("s-civica");
    expect(judge([header, ["Payroll", "", "C-1", "", ""]])[0]?.after?.supplierId).toBeNull();
  });

  test("invents no application", () => {
    const verdicts = judge([header, ["Pay roll", "Civica", "C-1", "", ""], ["", "Civica", "C-2", "", ""]]);
    expect(problemsOf(verdicts)).toEqual(["2 System application-unknown", "3 System value-missing"]);
  });

  test("does not take an application that only looks like the one of the register", () => {
    const verdicts = judge([header, ["Pаyroll", "", "C-1", "", ""]]);
    expect(problemsOf(verdicts)).toEqual(["2 System key-lookalike"]);
  });

  test.each<[string, string[], string]>([
    [
      "an end before the start",
      ["Payroll", "", "C-1", "2025-01-02", "2025-01-01"],
      "2 End date ends-before-start",
    ],
    ["a day that could be two", ["Payroll", "", "C-1", "01/02/2025", ""], "2 Start date date-ambiguous"],
    ["a day that does not exist", ["Payroll", "", "C-1", "", "31 June 2025"], "2 End date date-not-real"],
    ["no day at all", ["Payroll", "", "C-1", "", "soon"], "2 End date date-unreadable"],
    ["an invisible reference", ["Payroll", "", "C\u200b-1", "", ""], "2 Contract ref key-invisible"],
    ["a reference in two alphabets", ["Payroll", "", "CА-1", "", ""], "2 Contract ref key-mixed"],
  ])("with %s is refused, by line and column", (_what, row, expected) => {
    expect(problemsOf(judge([header, row]))).toEqual([expected]);
  });

  test.each([
    ["Notice period", "3 months", "number-unreadable"],
    ["Notice period", "-5", "number-unreadable"],
    ["Notice period", "4000", "number-unreadable"],
    ["Renewal", "yearly", "choice-unknown"],
    ["Contract value", "about £50", "currency-unknown"],
    ["Contract value", "$50", "currency-unknown"],
  ])("with the %s %p is refused", (column, value, code) => {
    expect(
      problemsOf(
        judge([
          ["System", column],
          ["Payroll", value],
        ]),
      ),
    ).toEqual([`2 ${column} ${code}`]);
  });

  test("may not end before a start that the register has", () => {
    const contracts = [contract("c-1", { reference: "C-1", start: "2025-01-01" })];
    const verdicts = judge(
      [
        ["System", "Contract ref", "End date"],
        ["Payroll", "C-1", "2024-12-31"],
      ],
      contracts,
    );
    expect(problemsOf(verdicts)).toEqual(["2 End date ends-before-start"]);
  });
});

describe("a contract is known", () => {
  const old = contract("c-1", {
    reference: "C-1",
    supplierId: "s-civica",
    start: "2021-04-01",
    end: "2024-03-31",
  });
  const next = contract("c-2", { reference: "C-2", supplierId: "s-civica", start: "2024-04-01" });

  test("by its id, whatever else the row says", () => {
    const [verdict] = judge(
      [
        ["id", ...header],
        ["c-1", "Payroll", "NEC", "X-9", "2020-01-01", ""],
      ],
      [old, next],
    );
    expect(verdict).toMatchObject({
      ...{ kind: "update", before: { id: "c-1" } },
      after: { reference: "X-9", supplierId: "s-nec", start: "2020-01-01", end: null, version: 2 },
    });
  });

  test("by its id, but it does not move to another application", () => {
    const verdicts = judge(
      [
        ["id", ...header],
        ["c-1", "Revenues", "", "", "", ""],
      ],
      [old],
    );
    expect(problemsOf(verdicts)).toEqual(["2 System contract-elsewhere"]);
  });

  test("by its reference within the application, in any case and spacing", () => {
    const [verdict] = judge([header, ["PAYROLL", "NEC", " c-2 ", "2024-05-01", ""]], [old, next]);
    expect(verdict).toMatchObject({ kind: "update", before: { id: "c-2" }, after: { start: "2024-05-01" } });
    const elsewhere = judge([header, ["Revenues", "NEC", "C-2", "2024-05-01", ""]], [old, next]);
    expect(kindsOf(elsewhere)).toEqual(["create"]);
  });

  test("by its start with the supplier, when the row has no reference", () => {
    const table = [
      ["System", "Supplier", "Start date", "End date"],
      ["Payroll", "Civica", "2024-04-01", "2029-03-31"],
    ];
    expect(judge(table, [old, next])[0]).toMatchObject({ kind: "update", before: { id: "c-2" } });
  });

  test("as the one of which neither is recorded, when the row records neither", () => {
    const bare = contract("c-3", { supplierId: "s-nec", end: "2026-01-01" });
    const table = [
      ["System", "Supplier", "End date"],
      ["Payroll", "NEC", "2027-01-01"],
    ];
    expect(judge(table, [bare])[0]).toMatchObject({ kind: "update", before: { id: "c-3" } });
    expect(judge(table, [old, next])[0]).toMatchObject({ kind: "create" });
  });
});

describe("what could be meant but is not certain is asked, never guessed", () => {
  const known = contract("c-1", { supplierId: "s-civica", start: "2024-04-01" });

  test.each<[string, string[], Contract[]]>([
    ["a reference beside a contract without one", ["Payroll", "Civica", "C-1", "", ""], [known]],
    ["a start beside a contract without one", ["Payroll", "Civica", "", "2025-01-01", ""], [contract("c-1")]],
    ["nothing beside a contract that has a start", ["Payroll", "Civica", "", "", "2026-01-01"], [known]],
    [
      "a reference that two contracts have",
      ["Payroll", "Civica", "C-1", "", ""],
      [
        contract("c-1", { reference: "C-1", start: "2020-01-01" }),
        contract("c-2", { reference: "c-1", start: "2021-01-01" }),
      ],
    ],
    [
      "a start that two contracts have",
      ["Payroll", "", "", "2024-04-01", ""],
      [known, contract("c-2", { supplierId: "s-nec", start: "2024-04-01" })],
    ],
  ])("%s", (_what, row, contracts) => {
    const verdicts = judge([header, row], contracts);
    expect(kindsOf(verdicts)).toEqual(["conflict"]);
    expect(problemsOf(verdicts)[0]).toMatch(/contract-unclear$/);
  });

  test("but of two with one reference the start tells", () => {
    const two = [
      contract("c-1", { reference: "C-1", start: "2020-01-01" }),
      contract("c-2", { reference: "C-1", start: "2021-01-01" }),
    ];
    const [verdict] = judge([header, ["Payroll", "", "C-1", "2021-01-01", "2025-01-01"]], two);
    expect(verdict).toMatchObject({ kind: "update", before: { id: "c-2" } });
  });
});

describe("two rows of one file", () => {
  test("cannot be about the same contract, new or known", () => {
    const twice = ["Payroll", "Civica", "C-1", "2024-04-01", ""];
    expect(problemsOf(judge([header, twice, twice]))).toEqual(["3 - same-record"]);
    const known = [contract("c-1", { reference: "C-1" })];
    expect(problemsOf(judge([header, twice, ["Payroll", "NEC", "c-1", "", ""]], known))).toEqual([
      "3 - same-record",
    ]);
  });

  test("may be contracts of one application with different suppliers", () => {
    const rows = [
      header,
      ["Payroll", "Civica", "", "", "2026-01-01"],
      ["Payroll", "NEC", "", "", "2026-01-01"],
    ];
    expect(kindsOf(judge(rows))).toEqual(["create", "create"]);
  });
});
