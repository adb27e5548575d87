import type { CohortAnswer, CohortSideAnswer } from "../../../src/contracts/cohort-contract";
import { wilson } from "../../../src/domain/survey/interval";
import type { Published } from "./attack";

/** What a door says of several groups taken together: that so many of them were favourable in one survey. */
export interface ToldSum {
  readonly surveyId: string;
  readonly teamIds: readonly string[];
  readonly low: number;
  readonly high: number;
}

/** All that answers about cohorts say of counts: as numbers, ranges, percentages and intervals, the narrowest of them. */
export function sumsIn(
  cohorts: readonly CohortAnswer[],
  invited: ReadonlyMap<string, number>,
): readonly ToldSum[] {
  return cohorts.flatMap(({ before, after, trained, others }) =>
    [trained, others].flatMap((side) =>
      side === null
        ? []
        : [sumOf(before.id, side, side.before, invited), sumOf(after.id, side, side.after, invited)],
    ),
  );
}

function sumOf(
  surveyId: string,
  { teams }: CohortSideAnswer,
  { n, favourable, favourablePercent, interval }: CohortSideAnswer["before"],
  invited: ReadonlyMap<string, number>,
): ToldSum {
  const teamIds = teams.map(({ id }) => id);
  const population = Math.max(
    n,
    teamIds.reduce((sum, id) => sum + (invited.get(id) ?? 0), 0),
  );
  const [least = 0, most = 100] = interval;
  const fits = Array.from({ length: n + 1 }, (_, count) => count).filter((count) => {
    const [low, high] = wilson(count, n, population);
    const share = Math.round((count / n) * 1000) / 10;
    return low >= least && high <= most && (favourablePercent === null || share === favourablePercent);
  });
  const told = typeof favourable === "number" ? { min: favourable, max: favourable } : favourable;
  return {
    ...{ surveyId, teamIds },
    low: Math.max(told.min, fits[0] ?? 0),
    high: Math.min(told.max, fits.at(-1) ?? n),
  };
}

/** Whether a sum says anything that the cells which the same reader was told do not say already. */
export function saysMore(
  { surveyId, teamIds, low, high }: ToldSum,
  cells: ReadonlyMap<string, Published>,
): boolean {
  const ranges = teamIds.map((id) => cells.get(surveyId)?.get(id)?.[0]);
  const known = ranges.filter((range) => range !== undefined);
  if (known.length < ranges.length) return true;
  const least = known.reduce((sum, [min]) => sum + min, 0);
  const most = known.reduce((sum, [, max]) => sum + max, 0);
  return low > least || high < most;
}
