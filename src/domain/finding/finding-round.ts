import { addDays, type Instant, toInstant } from "../instant";
import { type Finding, type FindingDraft, identityOf, isActive, shownEvidence } from "./finding";

/** What was done needs this long to show in the register: licences are counted at night, reports lag for days. */
export const daysToShow = 30;

/** UTC, after the night's retention and sync. */
const roundFromHour = 3;

/** Whether no round of tonight came to its end yet; a night that was missed is made up for. */
export function isRoundDue(last: Instant | null, now: Date): boolean {
  const begun = toInstant(addDays(now, -roundFromHour / 24)).slice(0, 10);
  return last === null || last < `${begun}T0${roundFromHour}`;
}

/** A draft on the day that it first shows. */
export function firstSeen(draft: FindingDraft, id: string, at: Instant): Finding {
  const undecided = { state: "open", reason: null, decidedBy: null, decidedAt: null } as const;
  return { ...draft, ...undecided, id, present: true, firstSeenAt: at, lastSeenAt: at, version: 1 };
}

export interface Settled {
  readonly appeared: readonly FindingDraft[];
  /** Findings with their figures of today, in their new state. */
  readonly changed: readonly Finding[];
}

/**
 * What a round makes of the findings there are. One that shows no more is done by itself and one that shows again
 * is open again; one that was done and still shows after `daysToShow` is open again too. What was dismissed stays
 * dismissed for as long as it shows.
 */
export function settle(stored: readonly Finding[], drafts: readonly FindingDraft[], now: Date): Settled {
  const known = new Map(stored.map((finding) => [identityOf(finding), finding]));
  const shown = new Map(drafts.map((draft) => [identityOf(draft), draft]));
  const at = toInstant(now);
  const appeared = [...shown].flatMap(([identity, draft]) => (known.has(identity) ? [] : [cut(draft)]));
  const changed = [...known].flatMap(([identity, finding]) => {
    const draft = shown.get(identity);
    const after = draft === undefined ? gone(finding, at) : stillThere(finding, cut(draft), now);
    return after === null ? [] : [after];
  });
  return { appeared, changed };
}

function cut(draft: FindingDraft): FindingDraft {
  return { ...draft, evidence: draft.evidence.slice(0, shownEvidence) };
}

/** Null for one that was gone before. */
function gone(finding: Finding, at: Instant): Finding | null {
  if (!finding.present) return null;
  const left = { ...finding, present: false, version: finding.version + 1 };
  return isActive(finding) ? { ...left, state: "done", decidedBy: null, decidedAt: at } : left;
}

function stillThere(finding: Finding, draft: FindingDraft, now: Date): Finding {
  const { subject: _, ownerId: suggested, ...figures } = draft;
  const again = !finding.present || (finding.state === "done" && isOverdue(finding, now));
  const state = again ? ({ state: "open", reason: null, decidedBy: null, decidedAt: null } as const) : {};
  const after = {
    ...finding,
    ...figures,
    ...state,
    ownerId: finding.ownerId ?? suggested,
    present: true,
    lastSeenAt: toInstant(now),
  };
  // Whoever has it open may still decide: that it was looked at again changes nothing for them.
  return again ? { ...after, version: finding.version + 1 } : after;
}

function isOverdue({ decidedAt }: Finding, now: Date): boolean {
  return decidedAt !== null && decidedAt < toInstant(addDays(now, -daysToShow));
}
