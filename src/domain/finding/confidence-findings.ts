import { groupBy } from "../grouping";
import type { FindingDraft } from "./finding";

/** One published figure of a release; hidden and coded cells are never looked at. */
export interface PublishedFigure {
  readonly surveyId: string;
  readonly itemId: string;
  readonly teamId: string;
  /** Null where the count behind it is coded. */
  readonly favourablePercent: number | null;
  /** Per cent, low to high. */
  readonly interval: readonly [number, number];
  /** Whether training on what the item asks about lies ahead for the team. */
  readonly trainingPlanned: boolean;
}

/** Older figures say nothing of today. */
export const figureDays = 365;

/** Below half: even the upper end of the interval says that most are not confident. */
export const lowPercent = 50;

/**
 * Teams that a release shows to be unsure of something, for which no training is planned: one finding a team, with
 * the items that show it. Source: security-privacy.md 20, figures of a release only.
 */
export function lowConfidence(figures: readonly PublishedFigure[]): FindingDraft[] {
  const low = figures.filter(({ interval, trainingPlanned }) => interval[1] < lowPercent && !trainingPlanned);
  return [...groupBy(low, ({ teamId }) => teamId)].map(([teamId, items]) => ({
    kind: "low-confidence",
    severity: items.length > 1 ? "high" : "medium",
    subject: { kind: "team", id: teamId },
    teamId,
    ownerId: null,
    count: items.length,
    evidence: [...items]
      .sort((a, b) => a.interval[1] - b.interval[1])
      .map(({ itemId, favourablePercent }) => ({
        kind: "survey-item",
        id: itemId,
        day: null,
        figure: favourablePercent,
      })),
    saving: null,
    actBy: null,
  }));
}
