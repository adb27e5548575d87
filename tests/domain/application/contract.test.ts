import fc from "fast-check";
import { amend, conclude, currentContract, noticeDate } from "../../../src/domain/application/contract";
import { integrate } from "../../../src/domain/application/integration";
import { refusalOf } from "../../support/refusal-of";

describe("a contract", () => {
  test.each([
    ["2026-12-31", 90, "2026-10-02"],
    ["2026-03-01", 1, "2026-02-28"],
    ["2028-03-01", 1, "2028-02-29"],
    ["2026-03-30", 2, "2026-03-28"],
    ["2026-12-31", 0, "2026-12-31"],
  ])("that ends on %s with %i days of notice wants notice by %s", (end, noticeDays, expected) => {
    expect(noticeDate({ end, noticeDays })).toBe(expected);
  });

  test("has no notice date while its end or its notice period is unknown", () => {
    expect(noticeDate({ end: null, noticeDays: 30 })).toBeNull();
    expect(noticeDate({ end: "2026-12-31", noticeDays: null })).toBeNull();
    expect(noticeDate({ end: "0001-01-01", noticeDays: 3_650 })).toBeNull();
  });

  test("cannot end before it starts, when made or when changed", () => {
    const backwards = { start: "2026-02-01", end: "2026-01-31" };
    const expected = { kind: "invalid", code: "contract-ends-before-start" };
    expect(refusalOf(() => conclude(backwards, "c", "a"))).toMatchObject(expected);
    const contract = conclude({ start: "2026-02-01" }, "c", "a");
    expect(refusalOf(() => amend(contract, { end: "2026-01-31" }))).toMatchObject(expected);
  });

  test("is changed where something is said and cleared by null", () => {
    const before = conclude({ reference: "C-1", noticeDays: 30 }, "c", "a");
    expect(amend(before, { reference: null, renewal: "tacit" })).toEqual({
      ...before,
      reference: null,
      renewal: "tacit",
      version: 2,
    });
  });
});

describe("the contract an application runs under", () => {
  test("is the one without an end, else the one that ends last", () => {
    const of = (id: string, end: string | null) => ({ id, end });
    expect(currentContract([of("a", "2026-01-01"), of("b", "2027-01-01")])?.id).toBe("b");
    expect(currentContract([of("a", "2026-01-01"), of("b", null)])?.id).toBe("b");
    expect(currentContract([])).toBeNull();
  });

  test("does not depend on the order they are read in", () => {
    const contract = fc.record({
      id: fc.uuid(),
      end: fc.option(fc.constantFrom("2026-01-01", "2027-01-01"), { nil: null }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(contract, { selector: ({ id }) => id, minLength: 1 }), (contracts) => {
        expect(currentContract([...contracts].reverse())).toEqual(currentContract(contracts));
      }),
    );
  });
});

test("an application does not send data to itself", () => {
  const self = { id: "i", fromId: "a", toId: "a", data: "Names", method: "api", notes: null } as const;
  expect(refusalOf(() => integrate(self, []))).toMatchObject({
    kind: "invalid",
    code: "integration-with-itself",
  });
});
