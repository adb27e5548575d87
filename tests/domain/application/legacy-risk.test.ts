import fc from "fast-check";
import {
  legacyRisks,
  type RiskScore,
  ratingOf,
  riskScores,
  scoreRisks,
} from "../../../src/domain/application/legacy-risk";

const today = "2026-03-02";
const facts = { supportEnds: null, contractEnds: null, confidence: null, overrides: {} };

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
    expect(l1).toEqual({
      ...{ risk: "L1", score, source: "register", day: supportEnds, percent: null, reason: null },
    });
  });

  test("prefills L2 from the contract's end and nothing else", () => {
    const scores = scoreRisks({ ...facts, contractEnds: "2026-01-01" }, today);
    expect(scores.map(({ score }) => score)).toEqual([null, 6, null, null, null, null, null]);
  });

  test.each([
    [100, 1],
    [80, 1],
    [79, 2],
    [65, 2],
    [64, 3],
    [50, 3],
    [49, 4],
    [35, 4],
    [34, 5],
    [20, 5],
    [19, 6],
    [0, 6],
  ])("prefills L3 with a survey in which %i per cent are confident with %i", (percent, score) => {
    const day = "2025-11-30";
    const scores = scoreRisks({ ...facts, confidence: { percent, day } }, today);
    expect(scores[2]).toEqual({ risk: "L3", score, source: "survey", day, percent, reason: null });
    expect(scores.filter((one) => one.score !== null)).toHaveLength(1);
  });

  test("leaves L3 unknown by a survey that closed more than a year ago, and takes a person's word over any", () => {
    const of = (day: string, overrides = {}) =>
      scoreRisks({ ...facts, confidence: { percent: 10, day }, overrides }, today)[2];
    expect(of("2025-03-02")).toMatchObject({ score: 6 });
    expect(of("2025-03-01")).toMatchObject({ score: null, source: null, percent: null });
    const own = { L3: { score: 2, reason: "Two people trained" } };
    expect(of("2026-02-01", own)).toMatchObject({ score: 2, source: "person", day: null, percent: null });
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
