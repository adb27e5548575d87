import fc from "fast-check";
import { type Cohort, type CohortGroup, type CohortSide, cohortOf } from "../../../src/domain/survey/cohort";
import { rangeOf, scored } from "../../../src/domain/survey/counts";
import { type FrozenGroup, hierarchyOf } from "../../../src/domain/survey/hierarchy";
import { type ReleasedFigures, releaseItem } from "../../../src/domain/survey/release";
import { organisation } from "../../support/survey/organisation";

const figures = (favourable: number, n: number): ReleasedFigures => ({
  n,
  favourable,
  neutral: 0,
  unfavourable: n - favourable,
  favourablePercent: Math.round((favourable / n) * 1000) / 10,
  interval: [0, 100],
});
const cell = (favourable: number, n: number) => ({ invited: n, figures: figures(favourable, n) });

function group(id: string, parentId: string | null, more: Partial<CohortGroup> = {}): CohortGroup {
  return { id, parentId, people: 10, trained: 0, before: cell(4, 10), after: cell(5, 10), ...more };
}

/** Two releases of one organisation, and who was trained in between; every team that has people may have been. */
const asked = fc
  .tuple(organisation, organisation, fc.array(fc.nat({ max: 10 }), { minLength: 13, maxLength: 13 }))
  .map(([before, after, tenths]) => {
    const [first, second] = [before, after].map((groups) => releaseItem(groups, new Map(), 7));
    const below = hierarchyOf(after);
    const size = (one: FrozenGroup) => scored(one.own) + one.own.unscored;
    const own = new Map(after.map((one, at) => [one.id, Math.round((size(one) * (tenths[at] ?? 0)) / 10)]));
    const within = (id: string, count: (one: FrozenGroup) => number) =>
      after.reduce((n, one) => n + (one.id === id || below.above(one.id).includes(id) ? count(one) : 0), 0);
    const groups = after.map(({ id, parentId }): CohortGroup => {
      const of = (release: Map<string, ReleasedFigures> | undefined) => {
        const found = release?.get(id);
        return found === undefined ? null : { invited: found.n, figures: found };
      };
      return {
        ...{ id, parentId, before: of(first), after: of(second) },
        people: within(id, size),
        trained: within(id, (one) => own.get(one.id) ?? 0),
      };
    });
    return { before, after, groups };
  });

const sidesOf = (cohort: Cohort) => [cohort.trained, cohort.others].filter((side) => side !== null);

describe("the figures of a cohort", () => {
  it("are those of whole teams at least four fifths of whose people were trained, beside teams where hardly anybody was", () => {
    const cohort = cohortOf([
      group("whole", null, { people: 40, trained: 17 }),
      group("all", "whole", { trained: 8, before: cell(4, 10), after: cell(9, 12) }),
      group("most", "whole", { trained: 9, before: cell(3, 8), after: cell(7, 10) }),
      group("some", "whole", { trained: 7 }),
      group("none", "whole", { trained: 0, before: cell(4, 10), after: cell(5, 11) }),
    ]);
    expect(cohort).toMatchObject({
      trained: { groupIds: ["all", "most"], people: 20, trained: 17 },
      others: { groupIds: ["none"], people: 10, trained: 0 },
    });
    const { trained } = cohort as Cohort;
    expect(trained.before).toMatchObject({ n: 18, favourable: 7, favourablePercent: 38.9 });
    expect(trained.after).toMatchObject({ n: 22, favourable: 16, favourablePercent: 72.7 });
  });

  it("say clearly up only where the ranges do", () => {
    const clear = cohortOf([group("a", null, { trained: 10, before: cell(30, 200), after: cell(170, 200) })]);
    expect(clear).toMatchObject({ trained: { change: "up" } });
    const unclear = cohortOf([
      group("a", null, {
        trained: 10,
        before: { invited: 40, figures: figures(4, 10) },
        after: { invited: 40, figures: figures(5, 10) },
      }),
    ]);
    expect(unclear).toMatchObject({ trained: { change: "no-clear-change" } });
  });

  it("are none where no team was trained, or where one of the two releases hides the teams that were", () => {
    expect(cohortOf([group("a", null, { trained: 7 })])).toBe("no-team-trained");
    expect(cohortOf([])).toBe("no-team-trained");
    expect(cohortOf([group("a", null, { trained: 9, before: null })])).toBe("figures-hidden");
    expect(cohortOf([group("a", null, { trained: 9, after: null })])).toBe("figures-hidden");
    expect(cohortOf([group("a", null, { people: 0 })])).toBe("no-team-trained");
  });

  it("have nothing beside them that a trained team lies in", () => {
    const groups = [
      group("whole", null, { people: 100, trained: 9 }),
      group("team", "whole", { trained: 9 }),
    ];
    expect(cohortOf(groups)).toMatchObject({ trained: { groupIds: ["team"] }, others: null });
  });

  it("are a range where one of their cells is", () => {
    const coded = {
      invited: 10,
      figures: { ...figures(0, 10), favourable: { min: 0, max: 2 }, favourablePercent: null },
    };
    const cohort = cohortOf([
      group("a", null, { trained: 10, before: coded }),
      group("b", null, { trained: 10, before: cell(5, 10) }),
    ]);
    expect(cohort).toMatchObject({
      trained: { before: { favourable: { min: 5, max: 7 }, favourablePercent: null } },
    });
  });

  it("are sums of released cells of groups that do not overlap, and hold what was really answered", () => {
    fc.assert(
      fc.property(asked, ({ before, after, groups }) => {
        const cohort = cohortOf(groups);
        if (typeof cohort === "string") return;
        const { above, totals: totalsAfter } = hierarchyOf(after);
        const totalsBefore = hierarchyOf(before).totals;
        const ids = sidesOf(cohort).flatMap(({ groupIds }) => groupIds);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter((id) => above(id).some((one) => ids.includes(one)))).toEqual([]);
        for (const side of sidesOf(cohort)) {
          expectHeld(side, "before", totalsBefore, groups);
          expectHeld(side, "after", totalsAfter, groups);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("do not change with anything that a release hides", () => {
    fc.assert(
      fc.property(asked, ({ groups }) => {
        const cohort = cohortOf(groups);
        const fewer = groups.filter(({ before, after }) => before !== null && after !== null);
        if (typeof cohort === "string") return;
        const again = cohortOf(
          groups.map((one) => (fewer.includes(one) ? one : { ...one, before: null, after: null })),
        );
        expect(again).toEqual(cohort);
      }),
    );
  });
});

function expectHeld(
  side: CohortSide,
  when: "before" | "after",
  totals: ReturnType<typeof hierarchyOf>["totals"],
  groups: readonly CohortGroup[],
): void {
  const cells = side.groupIds.map((id) => groups.find((one) => one.id === id)?.[when] ?? null);
  expect(cells).not.toContain(null);
  const { min, max } = rangeOf(side[when].favourable);
  expect([min, max, side[when].n]).toEqual([
    sum(cells, (one) => rangeOf(one?.figures.favourable ?? 0).min),
    sum(cells, (one) => rangeOf(one?.figures.favourable ?? 0).max),
    sum(cells, (one) => one?.figures.n ?? 0),
  ]);
  const truth = sum(side.groupIds, (id) => totals.get(id)?.favourable ?? 0);
  expect(min <= truth && truth <= max).toBe(true);
  expect(side[when].n).toBeGreaterThanOrEqual(7 * side.groupIds.length);
  const [low, high] = side[when].interval;
  const share = Math.round((truth / side[when].n) * 1000) / 10;
  expect(low <= share && share <= high).toBe(true);
}

function sum<T>(of: readonly T[], count: (one: T) => number): number {
  return of.reduce((total, one) => total + count(one), 0);
}
