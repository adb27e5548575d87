import fc from "fast-check";
import { rangeOf, scored } from "../../../src/domain/survey/counts";
import { type FrozenGroup, hierarchyOf } from "../../../src/domain/survey/hierarchy";
import { defaultMinimum, type ReleasedFigures, releaseItem } from "../../../src/domain/survey/release";
import { type Published, recovered, type Target } from "../../support/survey/attack";
import { organisation } from "../../support/survey/organisation";

/** Full size by SURVEY_ORGANISATIONS=200 or more; the sample here keeps the tests short. */
const organisations = Number(process.env.SURVEY_ORGANISATIONS ?? 15);
const sample = fc.sample(organisation, { numRuns: organisations, seed: 20_261_126 });

const targetsOf = (groups: readonly FrozenGroup[]): Target[] =>
  groups.map(({ id, parentId, own }) => ({
    id,
    parentId,
    truth: [own.favourable, own.neutral, own.unfavourable],
  }));

function publishedOf(
  released: ReadonlyMap<string, Pick<ReleasedFigures, "favourable" | "neutral" | "unfavourable">>,
): Published {
  return new Map(
    [...released].map(([id, { favourable, neutral, unfavourable }]) => {
      const pair = (count: typeof favourable) => [rangeOf(count).min, rangeOf(count).max] as const;
      return [id, [pair(favourable), pair(neutral), pair(unfavourable)]];
    }),
  );
}

const totals = (groups: readonly FrozenGroup[]) => hierarchyOf(groups).totals;

describe("the attack on a release", () => {
  it("recovers people where only a minimum group protects them, so that it is an attack", () => {
    const found = sample.flatMap((groups) => {
      const naive = [...totals(groups)].filter(([, counts]) => scored(counts) >= defaultMinimum);
      return recovered(targetsOf(groups), publishedOf(new Map(naive)), 0);
    });
    expect(found.length).toBeGreaterThan(organisations / 5);
  });

  it.each([0, 1, 2])("recovers nobody from what is released, with %i colluders", (colluders) => {
    const found = sample.flatMap((groups) =>
      recovered(targetsOf(groups), publishedOf(releaseItem(groups, new Map(), defaultMinimum)), colluders),
    );
    expect(found).toEqual([]);
  });

  it("leaves at least 40 % of the cells that meet the minimum", () => {
    let meet = 0;
    let published = 0;
    for (const groups of sample) {
      meet += [...totals(groups).values()].filter((counts) => scored(counts) >= defaultMinimum).length;
      published += releaseItem(groups, new Map(), defaultMinimum).size;
    }
    expect(published / meet).toBeGreaterThanOrEqual(0.4);
  });
});
