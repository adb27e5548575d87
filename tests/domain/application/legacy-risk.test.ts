import fc from "fast-check";
import {
  legacyRisks,
  type RiskScore,
  ratingOf,
  riskScores,
  scoreRisks,
} from "../../../src/domain/application/legacy-risk";

const today = "2026-03-02";
const facts = { supportEnds: null, contractEnds: null, overrides: {} };

describe("legacy risk", () => {
  test.each([
    ["2026-03-01", 6],
    ["2026-03-02", 5],
    ["2026-05-31", 5],
    ["2026-06-01", 4],
    ["2026-08-29", 4],
    ["2026-08-30", 3],
    ["2027-03-02", 3],
    ["2027-03-03", 2],
    ["2028-03-01", 2],
    ["2028-03-02", 1],
  ])("prefills L1 from support that ends on %s with %i", (supportEnds, score) => {
    const [l1] = scoreRisks({ ...facts, supportEnds }, today);
    expect(l1).toEqual({ risk: "L1", score, source: "register", day: supportEnds, reason: null });
  });

  test("prefills L2 from the contract's end and nothing else", () => {
    const scores = scoreRisks({ ...facts, contractEnds: "2026-01-01" }, today);
    expect(scores.map(({ score }) => score)).toEqual([null, 6, null, null, null, null, null]);
  });

  test("takes a person's word over the register's, with the reason", () => {
    const overrides = {
      L1: { score: 2, reason: "Extended support bought" },
      L6: { score: 5, reason: "CVE" },
    } as const;
    const scores = scoreRisks({ ...facts, supportEnds: "2020-01-01", overrides }, today);
    expect(scores[0]).toMatchObject({ score: 2, source: "person", reason: "Extended support bought" });
    expect(scores[5]).toMatchObject({ score: 5, source: "person" });
  });

  test("never falls as an end comes nearer", () => {
    const day = fc.date({ min: new Date("2024-01-01"), max: new Date("2032-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 900 }), (end, earlier) => {
        const at = (date: Date) =>
          scoreRisks({ ...facts, supportEnds: date.toISOString().slice(0, 10) }, today)[0]?.score ?? 0;
        expect(at(new Date(end.getTime() - earlier * 86_400_000))).toBeGreaterThanOrEqual(at(end));
      }),
    );
  });
});

describe("the rating", () => {
  const of = (...scores: (RiskScore | null)[]) => ratingOf(scores.map((score) => ({ score })));

  test.each([
    ["red", [6, null, null, null, null, null, null]],
    ["red", [5, 5, 1, 1, 1, 1, 1]],
    ["amber", [5, 1, 1, 1, 1, 1, 1]],
    ["amber", [4, null, null, null, null, null, null]],
    ["green", [3, 3, 3, 3, 3, 3, 3]],
    ["unknown", [1, 1, 1, 1, 1, 1, null]],
    ["unknown", [null, null, null, null, null, null, null]],
  ] as const)("is %s for %j", (rating, scores) => {
    expect(of(...scores)).toBe(rating);
  });

  test("is never green while one of the seven is unknown", () => {
    const score = fc.option(fc.constantFrom(...riskScores), { nil: null });
    const seven = fc.array(score, { minLength: legacyRisks.length, maxLength: legacyRisks.length });
    fc.assert(
      fc.property(seven, (scores) => {
        if (scores.includes(null)) expect(of(...scores)).not.toBe("green");
      }),
    );
  });
});
