import type { Day } from "../instant";

/**
 * The seven criteria of the UK government's Legacy IT Risk Assessment Framework (Central Digital and Data Office,
 * September 2023). The thresholds by which the register and surveys fill three of them in, and the rating, are Toolroll's own.
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

export const riskSources = ["register", "survey", "person"] as const;
export type RiskSource = (typeof riskSources)[number];

/** Where a score comes from: the register, a survey, or somebody with a reason. Without any of them it is unknown. */
export interface ScoredRisk {
  readonly risk: LegacyRisk;
  readonly score: RiskScore | null;
  readonly source: RiskSource | null;
  /** The day that the register judged by, or on which the survey closed. */
  readonly day: Day | null;
  /** How many of those asked are confident, at least; null where no survey says so. */
  readonly percent: number | null;
  readonly reason: string | null;
}

export type RiskRating = "red" | "amber" | "green" | "unknown";

/** What a release says of everybody asked: so many per cent at least are confident, when the survey closed. */
export interface ShownConfidence {
  readonly percent: number;
  readonly day: Day;
}

/** What Toolroll knows that bears on legacy risk. */
export interface RiskFacts {
  readonly supportEnds: Day | null;
  readonly contractEnds: Day | null;
  readonly confidence: ShownConfidence | null;
  readonly overrides: RiskOverrides;
}

/** Older figures say nothing of the skills of today. */
const confidenceDays = 365;

/** All seven, in order. `today` decides how near an end is, and how old a figure. */
export function scoreRisks(facts: RiskFacts, today: Day): ScoredRisk[] {
  return legacyRisks.map((risk) => {
    const own = facts.overrides[risk];
    const found = own ? { ...own, source: "person" as const } : prefilled(risk, facts, today);
    return { risk, ...{ score: null, source: null, day: null, percent: null, reason: null }, ...found };
  });
}

function prefilled(risk: LegacyRisk, facts: RiskFacts, today: Day): Partial<ScoredRisk> {
  if (risk === "L3") return byConfidence(facts.confidence, today);
  const end = risk === "L1" ? facts.supportEnds : risk === "L2" ? facts.contractEnds : null;
  return end === null ? {} : { score: byNearness(end, today), source: "register", day: end };
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
  const days = daysFrom(today, end);
  return nearness.find(([within]) => days <= within)?.[1] ?? 1;
}

/** Per cent who are confident, and the score from there down. Below half it is a concern, as it is a finding. */
const skilled: readonly (readonly [percent: number, score: RiskScore])[] = [
  [80, 1],
  [65, 2],
  [50, 3],
  [35, 4],
  [20, 5],
];

function byConfidence(confidence: ShownConfidence | null, today: Day): Partial<ScoredRisk> {
  if (confidence === null || daysFrom(confidence.day, today) > confidenceDays) return {};
  const { percent, day } = confidence;
  return { score: skilled.find(([least]) => percent >= least)?.[1] ?? 6, source: "survey", day, percent };
}

function daysFrom(one: Day, other: Day): number {
  return (Date.parse(other) - Date.parse(one)) / 86_400_000;
}
