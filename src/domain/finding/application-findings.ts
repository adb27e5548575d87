import { ratingOf, type ScoredRisk } from "../application/legacy-risk";
import { type Day, daysAfter, toInstant } from "../instant";
import { whoSeesTo } from "../licence/renewal-reminder";
import { type ApplicationFact, endsBeforeReplacement, isWithoutOwner } from "../team-gap";
import type { FindingDraft, FindingEvidence } from "./finding";

/** An application in the register with what bears on what to do about it. */
export interface AssessedFact extends ApplicationFact {
  readonly noticeDate: Day | null;
  readonly replacementId: string | null;
  readonly risks: readonly ScoredRisk[];
}

/** From so many days before the notice date on there is hardly time to decide. */
export const pressingDays = 90;
/** Scores that make a rating red, alone or together. */
const severeScore = 5;

/** All that the applications of the register call for. */
export function applicationFindings(applications: readonly AssessedFact[], now: Date): FindingDraft[] {
  return applications.flatMap((application) => [
    ...legacyRiskRed(application),
    ...contractEndsFirst(application, now),
    ...withoutOwner(application),
  ]);
}

/**
 * Rated red for legacy risk and not given up yet.
 * Source: Legacy IT Risk Assessment Framework (CDDO, September 2023); the rating as in `legacy-risk`.
 */
export function legacyRiskRed(application: AssessedFact): FindingDraft[] {
  if (application.lifecycle === "retired" || ratingOf(application.risks) !== "red") return [];
  const severe = application.risks.filter(({ score }) => (score ?? 0) >= severeScore);
  const evidence = severe.map(
    ({ risk, score, day }): FindingEvidence => ({ kind: "risk", id: risk, day, figure: score }),
  );
  return [
    { ...about(application), kind: "legacy-risk-red", severity: "high", count: severe.length, evidence },
  ];
}

/**
 * The contract ends before what replaces the application is live. Source: product.md, "contract ends before the
 * replacement is live"; the notice date is the one that matters.
 */
export function contractEndsFirst(application: AssessedFact, now: Date): FindingDraft[] {
  if (!endsBeforeReplacement(application, now)) return [];
  const actBy = application.noticeDate ?? application.contractEnd;
  const soon = daysAfter(toInstant(now).slice(0, 10), pressingDays);
  const evidence: FindingEvidence[] = [
    { kind: "application", id: application.id, day: application.contractEnd, figure: null },
  ];
  if (application.replacementId !== null) {
    evidence.push({ kind: "application", id: application.replacementId, day: null, figure: null });
  }
  const severity = actBy !== null && actBy <= soon ? "high" : "medium";
  return [{ ...about(application), kind: "ends-before-replacement", severity, count: 1, evidence, actBy }];
}

/** Nobody who is still here owns it for the business, or for IT. Source: product.md, "two people". */
export function withoutOwner(application: AssessedFact): FindingDraft[] {
  if (!isWithoutOwner(application)) return [];
  const evidence: FindingEvidence[] = [{ kind: "application", id: application.id, day: null, figure: null }];
  return [{ ...about(application), kind: "without-owner", severity: "medium", count: 1, evidence }];
}

/** Its owner for IT sees to it, else the one for the business, if they are still here. */
function about({ id, itOwner, businessOwner }: AssessedFact) {
  const owner = whoSeesTo(itOwner, businessOwner);
  const subject = { kind: "application", id } as const;
  return { subject, teamId: null, ownerId: owner?.active ? owner.id : null, saving: null, actBy: null };
}
