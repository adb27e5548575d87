import { type BenchCase, cases } from "../cases";

/** How many times slower a case may be at the larger register. */
export interface GrowthGoal {
  readonly sqlite: number;
  readonly postgres: number;
}

export interface GrowthCase {
  readonly ours: BenchCase;
  readonly goal: GrowthGoal;
}

const flat: GrowthGoal = { sqlite: 1.3, postgres: 1.3 };
/** Of a word that many devices have ten thousand are counted, and of any word the index is as large as the register. */
const search: GrowthGoal = { sqlite: 3, postgres: 5 };

/** What is asked of holders, surveys and applications stays as it is, however many devices there are. */
const goals: Readonly<Record<string, GrowthGoal>> = {
  device: flat,
  page: flat,
  deep: flat,
  common: search,
  rare: search,
  summary: flat,
  insert: flat,
};

export const growthCases: readonly GrowthCase[] = cases.flatMap((ours) => {
  const goal = goals[ours.name];
  return goal === undefined ? [] : [{ ours, goal }];
});

/** Files are measured by themselves. */
export const growthCaseNames: readonly string[] = [...growthCases.map(({ ours }) => ours.name), "import"];
