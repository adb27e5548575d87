import fc from "fast-check";
import { type PublishedCount, rangeOf, scored } from "../src/domain/survey/counts";
import { type FrozenGroup, hierarchyOf } from "../src/domain/survey/hierarchy";
import { defaultMinimum, releaseItem } from "../src/domain/survey/release";
import { type Band, bands } from "../src/domain/survey/scale";
import { type Published, recovered, type Target } from "../tests/support/survey/attack";
import { organisation } from "../tests/support/survey/organisation";
import { type Figure, none } from "./figure";

/**
 * The attack on so many generated organisations: with the minimum group alone, where it has to succeed or it would prove nothing,
 * and on the release, where it must recover nobody. No reader sees more than the whole release, so that is what is attacked.
 */
export function surveyRun(organisations: number): Figure[] {
  const sample = fc.sample(organisation, { numRuns: organisations, seed: 20_261_126 });
  const attacks = [0, 1, 2].map((colluders) => {
    const found = sample.flatMap((groups) => recovered(targetsOf(groups), released(groups), colluders));
    return none(`groups whose people are recovered with ${colluders} colluders`, found);
  });
  const naive = sample.filter((groups) => recovered(targetsOf(groups), thresholdOnly(groups), 0).length > 0);
  const meet = sample.flatMap((groups) => [...thresholdOnly(groups).keys()]).length;
  const share = Math.round((sample.flatMap((groups) => [...released(groups).keys()]).length / meet) * 100);
  return [
    {
      name: "organisations the attack gets into where only a minimum group protects them",
      value: naive.length,
      goal: ">= 1 in 5",
      reached: naive.length >= organisations / 5,
    },
    ...attacks,
    {
      name: "cells published of those that meet the minimum",
      value: `${share} %`,
      goal: ">= 40 %",
      reached: share >= 40,
    },
  ];
}

function targetsOf(groups: readonly FrozenGroup[]): Target[] {
  return groups.map(({ id, parentId, own }) => ({
    id,
    parentId,
    truth: [own.favourable, own.neutral, own.unfavourable],
  }));
}

function released(groups: readonly FrozenGroup[]): Published {
  return published(releaseItem(groups, new Map(), defaultMinimum));
}

function thresholdOnly(groups: readonly FrozenGroup[]): Published {
  return published([...hierarchyOf(groups).totals].filter(([, counts]) => scored(counts) >= defaultMinimum));
}

function published(figures: Iterable<readonly [string, Readonly<Record<Band, PublishedCount>>]>): Published {
  const range = (count: PublishedCount) => [rangeOf(count).min, rangeOf(count).max] as const;
  const ranges = (of: Readonly<Record<Band, PublishedCount>>) =>
    [range(of[bands[0]]), range(of[bands[1]]), range(of[bands[2]])] as const;
  return new Map([...figures].map(([id, of]) => [id, ranges(of)]));
}
