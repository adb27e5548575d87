import type { Day } from "../instant";

/**
 * The seven criteria of the UK government's Legacy IT Risk Assessment Framework (Central Digital and Data Office,
 * September 2023). The thresholds by which the register fills two of them in, and the rating, are Toolroll's own.
 */
export const legacyRisks = ["L1", "L2", "L3", "L4", "L5", "L6", "L7"] as const;
export type LegacyRisk = (typeof legacyRisks)[number];

export const riskScores = [1, 2, 3, 4, 5, 6] as const;
/** 1 no concern to 6 severe. */
export type RiskScore = (typeof riskScores)[number];

export interface RiskOverride {
  readonly score: RiskScore;
  readonly reason: string;
}
export type RiskOverrides = { readonly [Risk in LegacyRisk]?: RiskOverride };

/** Where a score comes from: the register itself, or somebody with a reason. Without either it is unknown. */
export interface ScoredRisk {
  readonly risk: LegacyRisk;
  readonly score: RiskScore | null;
  readonly source: "register" | "person" | null;
  /** The day that the register judged by. */
  readonly day: Day | null;
  readonly reason: string | null;
}

export type RiskRating = "red" | "amber" | "green" | "unknown";

/** What the register knows that bears on legacy risk. */
export interface RiskFacts {
  readonly supportEnds: Day | null;
  readonly contractEnds: Day | null;
  readonly overrides: RiskOverrides;
}

/** All seven, in order. `today` decides how near an end is. */
export function scoreRisks(facts: RiskFacts, today: Day): ScoredRisk[] {
  const known: { readonly [Risk in LegacyRisk]?: Day | null } = {
    L1: facts.supportEnds,
    L2: facts.contractEnds,
  };
  return legacyRisks.map((risk) => {
    const own = facts.overrides[risk];
    if (own) return { risk, score: own.score, source: "person", day: null, reason: own.reason };
    const day = known[risk] ?? null;
    if (day === null) return { risk, score: null, source: null, day: null, reason: null };
    return { risk, score: byNearness(day, today), source: "register", day, reason: null };
  });
}

/**
 * Red when one score is 6 or two are 5; amber when one is 4 or more. Green takes all seven: while one is unknown a low
 * rating would be a guess.
 */
export function ratingOf(scores: readonly Pick<ScoredRisk, "score">[]): RiskRating {
  const known = scores.flatMap(({ score }) => (score === null ? [] : [score]));
  const atLeast = (least: number) => known.filter((score) => score >= least).length;
  if (atLeast(6) >= 1 || atLeast(5) >= 2) return "red";
  if (atLeast(4) >= 1) return "amber";
  return known.length === legacyRisks.length ? "green" : "unknown";
}

/** Days until an end, and the score from there on; past the last it is no concern. */
const nearness: readonly (readonly [withinDays: number, score: RiskScore])[] = [
  [-1, 6],
  [90, 5],
  [180, 4],
  [365, 3],
  [730, 2],
];

function byNearness(end: Day, today: Day): RiskScore {
  const days = (Date.parse(end) - Date.parse(today)) / 86_400_000;
  return nearness.find(([within]) => days <= within)?.[1] ?? 1;
}
