import fc from "fast-check";
import { wilson } from "../../../src/domain/survey/interval";
import { answerValues, bandOf } from "../../../src/domain/survey/scale";
import { trend } from "../../../src/domain/survey/trend";

const estimate = (count: number, n: number, population: number) => ({
  favourablePercent: Math.round((count / n) * 1000) / 10,
  interval: wilson(count, n, population),
});

describe("the scale", () => {
  it("counts very and completely as favourable, fairly as neutral, and does not score the rest", () => {
    expect(answerValues.map(bandOf)).toEqual([
      "unfavourable",
      "unfavourable",
      "neutral",
      "favourable",
      "favourable",
      undefined,
      undefined,
    ]);
  });
});

describe("the interval", () => {
  it("is Wilson's where the population is endless: 81 of 263 is 25.5 to 36.6 % (Newcombe 1998, table I)", () => {
    expect(wilson(81, 263, 1e12)).toEqual([25.5, 36.6]);
  });

  it("is the figure itself where everybody answered", () => {
    expect(wilson(6, 10, 10)).toEqual([60, 60]);
  });

  it("holds the share, stays within 0 and 100, and narrows as more of the group are heard", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 300 }),
        fc.nat(),
        fc.integer({ min: 1, max: 300 }),
        (n, seed, more) => {
          const count = seed % (n + 1);
          const near = wilson(count, n, n + more);
          const far = wilson(count, n, n + 2 * more);
          const share = Math.round((count / n) * 1000) / 10;
          expect(near[0] <= share && share <= near[1]).toBe(true);
          expect(far[0] >= 0 && far[0] <= near[0] && near[1] <= far[1] && far[1] <= 100).toBe(true);
        },
      ),
    );
  });

  it("solves the equation it is defined by: the bound lies z standard errors from the share", () => {
    const [low] = wilson(40, 100, 1e12);
    const bound = low / 100;
    expect(Math.abs(0.4 - bound) / Math.sqrt((bound * (1 - bound)) / 100)).toBeCloseTo(1.96, 1);
  });
});

describe("a trend", () => {
  it("says no clear change where the intervals cannot tell", () => {
    expect(trend(estimate(10, 20, 60), estimate(11, 20, 60))).toBe("no-clear-change");
  });

  it("says up and down where they can, and the one is the other read backwards", () => {
    expect(trend(estimate(20, 100, 400), estimate(60, 100, 400))).toBe("up");
    expect(trend(estimate(60, 100, 400), estimate(20, 100, 400))).toBe("down");
  });

  it("finds the published difference: 56 of 70 against 48 of 80 is 5.2 to 33.4 points (Newcombe 1998, table II)", () => {
    expect(trend(estimate(48, 80, 1e12), estimate(56, 70, 1e12))).toBe("up");
  });

  it("compares coded figures only by intervals that do not touch", () => {
    const coded = { favourablePercent: null, interval: [70, 100] as const };
    expect(trend({ favourablePercent: 50, interval: [40, 60] }, coded)).toBe("up");
    expect(trend({ favourablePercent: 65, interval: [55, 75] }, coded)).toBe("no-clear-change");
  });
});
