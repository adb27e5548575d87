import fc from "fast-check";
import { determinedGroup } from "../../../src/domain/survey/audit";
import { code, rangeOf, scored } from "../../../src/domain/survey/counts";
import { coverOf, type FrozenGroup, hierarchyOf } from "../../../src/domain/survey/hierarchy";
import { publishable, releaseItem } from "../../../src/domain/survey/release";
import { organisation } from "../../support/survey/organisation";

const group = (
  id: string,
  parentId: string | null,
  favourable = 0,
  neutral = 0,
  unfavourable = 0,
): FrozenGroup => ({
  id,
  parentId,
  own: { favourable, neutral, unfavourable, unscored: 0 },
});

describe("coding", () => {
  it("widens counts under 3 and counts over n-3, and always holds the true count", () => {
    expect(code(2, 20)).toEqual({ min: 0, max: 2 });
    expect(code(18, 20)).toEqual({ min: 18, max: 20 });
    expect(code(3, 20)).toBe(3);
    expect(code(17, 20)).toBe(17);
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 500 }), fc.nat(), (n, seed) => {
        const count = seed % (n + 1);
        const { min, max } = rangeOf(code(count, n));
        expect(min <= count && count <= max).toBe(true);
      }),
    );
  });
});

describe("a release", () => {
  it("hides a group under the minimum and a sibling with it, so that no subtraction shows it", () => {
    const released = releaseItem(
      [group("d", null), group("a", "d", 5, 5, 5), group("b", "d", 4, 4, 4), group("c", "d", 1, 1, 1)],
      new Map(),
      7,
    );
    expect([...released.keys()].sort()).toEqual(["a", "d"]);
  });

  it("publishes a lone unanimous team only in ranges", () => {
    expect(releaseItem([group("d", null, 12)], new Map([["d", 20]]), 7).get("d")).toEqual({
      n: 12,
      favourable: { min: 10, max: 12 },
      neutral: { min: 0, max: 2 },
      unfavourable: { min: 0, max: 2 },
      favourablePercent: null,
      interval: [expect.any(Number), 100],
    });
  });

  it("hides a team that the figures of its directorate would give away", () => {
    const groups = [group("d", null), group("a", "d", 7), group("b", "d", 7), group("c", "d", 0, 5, 5)];
    const hierarchy = hierarchyOf(groups);
    expect(determinedGroup(hierarchy, new Set(["d", "a", "b", "c"]))?.id).toBe("a");
    const published = publishable(hierarchy, 7);
    expect(determinedGroup(hierarchy, published)).toBeUndefined();
    expect(published.has("d")).toBe(true);
    expect(published.size).toBe(2);
  });

  it("never publishes under the minimum, never leaves a small remainder, and passes its audit", () => {
    fc.assert(
      fc.property(organisation, fc.integer({ min: 5, max: 12 }), (groups, minimum) => {
        const hierarchy = hierarchyOf(groups);
        const published = publishable(hierarchy, minimum);
        expect(determinedGroup(hierarchy, published)).toBeUndefined();
        for (const id of published) {
          expect(scored(hierarchy.totals.get(id) ?? group("", null).own)).toBeGreaterThanOrEqual(minimum);
          const rest = groups.filter((one) => coverOf(hierarchy, published, one.id) === id);
          const left = rest.reduce((sum, one) => sum + scored(one.own), 0);
          const answered = rest.reduce((sum, one) => sum + scored(one.own) + one.own.unscored, 0);
          expect(answered === 0 || left >= minimum).toBe(true);
        }
      }),
    );
  });

  it("refuses a minimum under 5", () => {
    expect(() => releaseItem([group("d", null, 9)], new Map(), 4)).toThrow("never under 5");
  });

  it("takes 400 teams and 20,000 people in far less than a second an item", () => {
    const teams = Array.from({ length: 400 }, (_, at) =>
      group(`t${at}`, `s${at % 40}`, 30 + (at % 9), at % 13, at % 7),
    );
    const services = Array.from({ length: 40 }, (_, at) => group(`s${at}`, "d"));
    const start = performance.now();
    const released = releaseItem([group("d", null), ...services, ...teams], new Map(), 7);
    expect(performance.now() - start).toBeLessThan(3_000);
    expect(released.size / 441).toBeGreaterThan(0.8);
  });
});
