import type { Day, Instant } from "../instant";
import type { Money } from "../money";
import { Refusal } from "../refusal";

/** What Toolroll finds to do, the most pressing first where severities are equal. */
export const findingKinds = [
  "kit-held-by-leaver",
  "legacy-risk-red",
  "ends-before-replacement",
  "train-before-reclaim",
  "seats-to-give-up",
  "seats-for-waiting",
  "devices-too-old",
  "low-confidence",
  "without-owner",
  "not-confirmed",
] as const;
export type FindingKind = (typeof findingKinds)[number];

export const severities = ["low", "medium", "high"] as const;
export type Severity = (typeof severities)[number];

export const findingStates = ["open", "planned", "done", "dismissed"] as const;
export type FindingState = (typeof findingStates)[number];

export const findingSubjects = ["person", "team", "application", "licence", "wave"] as const;
export type FindingSubject = (typeof findingSubjects)[number];

export const evidenceKinds = [
  "device",
  "person",
  "team",
  "application",
  "licence",
  "renewal",
  "wave",
  "survey",
  "survey-item",
  "risk",
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** A record that shows the finding; whoever reads it sees its name as far as their scope reaches. */
export interface FindingEvidence {
  readonly kind: EvidenceKind;
  readonly id: string;
  /** The day that makes it evidence: last confirmed, end of contract, end of support. */
  readonly day: Instant | Day | null;
  /** A count, a score or a percentage, as the kind of finding has it. */
  readonly figure: number | null;
}

/** Money that acting brings back each month, and from when. */
export interface Saving {
  readonly monthly: Money;
  /** Null while nobody knows when the term ends. */
  readonly from: Day | null;
}

/** What a rule comes to today. */
export interface FindingDraft {
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly subject: { readonly kind: FindingSubject; readonly id: string };
  /** Whose managers it concerns; null where it is for IT alone. */
  readonly teamId: string | null;
  /** Who would see to it, as the register has it. */
  readonly ownerId: string | null;
  /** All that show it; `evidence` names the first `shownEvidence` of them. */
  readonly count: number;
  readonly evidence: readonly FindingEvidence[];
  readonly saving: Saving | null;
  /** The last day on which acting still helps. */
  readonly actBy: Day | null;
}

export interface Finding extends FindingDraft {
  readonly id: string;
  readonly state: FindingState;
  /** Why it was dismissed, or what is planned. */
  readonly reason: string | null;
  /** Whether the register still shows it. */
  readonly present: boolean;
  readonly firstSeenAt: Instant;
  readonly lastSeenAt: Instant;
  /** Null while nobody has decided, and where it went away by itself. */
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly version: number;
}

export const shownEvidence = 50;

/** What licences, money and single people's accounts are about stays with IT. */
const managersSee: readonly FindingKind[] = ["kit-held-by-leaver", "low-confidence", "not-confirmed"];

/** The kinds that the managers of the finding's team see beside IT. */
export const kindsForManagers = findingKinds.filter((kind) => managersSee.includes(kind));

/** Two drafts with one identity are the same finding on two nights. */
export function identityOf({ kind, subject, teamId }: Pick<Finding, "kind" | "subject" | "teamId">): string {
  return [kind, subject.kind, subject.id, teamId ?? ""].join("|");
}

/** Sorts the most pressing first: by severity, then by the last day to act, then by kind. */
export function urgencyOf({ severity, actBy, kind }: Pick<Finding, "severity" | "actBy" | "kind">): string {
  const rank = severities.length - severities.indexOf(severity);
  return [rank, actBy ?? "9999", String(findingKinds.indexOf(kind)).padStart(2, "0")].join(" ");
}

export function isActive({ state }: Pick<Finding, "state">): boolean {
  return state === "open" || state === "planned";
}

export interface FindingDecision {
  readonly state?: FindingState | undefined;
  readonly reason?: string | null | undefined;
  /** Null takes the owner away. */
  readonly ownerId?: string | null | undefined;
}

/**
 * What somebody decides about a finding. Whoever dismisses one says why, so that the next reader need not ask.
 * @throws Refusal invalid `finding-without-reason`
 */
export function decideFinding(finding: Finding, decision: FindingDecision, by: string, at: Instant): Finding {
  const state = decision.state ?? finding.state;
  const given = decision.reason === undefined ? finding.reason : decision.reason;
  const reason = state === "open" ? null : given;
  if (state === "dismissed" && !reason) {
    throw new Refusal("invalid", "finding-without-reason", {}, [{ path: "reason", message: "needed" }]);
  }
  const ownerId = decision.ownerId === undefined ? finding.ownerId : decision.ownerId;
  return {
    ...finding,
    state,
    reason,
    ownerId,
    decidedBy: by,
    decidedAt: at,
    version: finding.version + 1,
  };
}
