import { groupBy } from "../grouping";
import type { Instant } from "../instant";
import type { FindingDraft, FindingEvidence } from "./finding";

/** One published figure of a release; hidden and coded cells are never looked at. */
export interface PublishedFigure {
  readonly surveyId: string;
  readonly closedAt: Instant;
  readonly itemId: string;
  /** In English, by which two surveys asked the same. */
  readonly words: string;
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

/** Of all that surveys published on the same words in the same team, what was published last. */
export function inForce(figures: readonly PublishedFigure[]): PublishedFigure[] {
  const same = groupBy(figures, ({ words, teamId }) => JSON.stringify([words, teamId]));
  return [...same.values()].map((all) =>
    all.reduce((newest, each) => (each.closedAt > newest.closedAt ? each : newest)),
  );
}

/**
 * Teams that releases in force show to be unsure of something, for which no training is planned: one finding a team, with
 * the items that show it. Source: security-privacy.md 20, figures of releases only.
 */
export function lowConfidence(figures: readonly PublishedFigure[]): FindingDraft[] {
  const low = inForce(figures).filter(
    ({ interval, trainingPlanned }) => interval[1] < lowPercent && !trainingPlanned,
  );
  return [...groupBy(low, ({ teamId }) => teamId)].map(([teamId, items]) => ({
    kind: "low-confidence",
    severity: items.length > 1 ? "high" : "medium",
    subject: { kind: "team", id: teamId },
    teamId,
    ownerId: null,
    count: items.length,
    evidence: [...itemsOf(items), ...surveysOf(items)],
    saving: null,
    actBy: null,
  }));
}

/** The least confident first. */
function itemsOf(items: readonly PublishedFigure[]): FindingEvidence[] {
  return [...items]
    .sort((a, b) => a.interval[1] - b.interval[1])
    .map(({ itemId, favourablePercent }) => {
      return { kind: "survey-item", id: itemId, day: null, figure: favourablePercent };
    });
}

/** Where the figures stand, the newest first. */
function surveysOf(items: readonly PublishedFigure[]): FindingEvidence[] {
  const surveys = new Map(items.map(({ surveyId, closedAt }) => [surveyId, closedAt]));
  return [...surveys]
    .sort(([, a], [, b]) => (a < b ? 1 : -1))
    .map(([id, day]) => ({ kind: "survey", id, day, figure: null }));
}
