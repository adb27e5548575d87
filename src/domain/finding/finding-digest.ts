import { addDays, type Instant, toInstant } from "../instant";
import type { Note } from "../note";
import { type FindingKind, type FindingSubject, type Severity, severities } from "./finding";

/** Between two digests to one person at least so many days pass. */
export const digestDays = 14;
/** So many findings are named; the others are a number. */
export const namedInDigest = 5;

/** The latest digest of a person, however far it came. */
export interface LastDigest {
  readonly id: string;
  /** When it was decided, last planned for or sent, whichever was the latest. */
  readonly at: Instant;
  /** It still waits to be sent. */
  readonly waits: boolean;
}

export function isDigestDue(last: LastDigest | null, now: Date): boolean {
  return last === null || (!last.waits && last.at <= toInstant(addDays(now, -digestDays)));
}

/** A digest after `last`: of two that are decided at once, the second has the same identity. */
export function digestNote(personId: string, last: LastDigest | null, id: string, now: Date): Note {
  return {
    id,
    identity: ["findings", personId, last?.id ?? "first"].join("|"),
    personId,
    kind: "findings",
    renewal: null,
    decidedAt: toInstant(now),
    closesAt: toInstant(addDays(now, digestDays)),
  };
}

/** How many open findings somebody may see. */
export interface SeverityCount {
  readonly severity: Severity;
  readonly count: number;
}

/** A finding as a digest names it. */
export interface DigestLine {
  readonly kind: FindingKind;
  readonly subjectKind: FindingSubject;
  /** Null for a person: a message stays in a chat for longer than the register may remember them. */
  readonly name: string | null;
  readonly count: number;
}

export interface FindingDigest {
  readonly total: number;
  /** The most pressing first; those that there are. */
  readonly bySeverity: readonly SeverityCount[];
  readonly top: readonly DigestLine[];
}

/** Null when there is nothing to say. @param top the most pressing first */
export function digestOf(counts: readonly SeverityCount[], top: readonly DigestLine[]): FindingDigest | null {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const bySeverity = [...severities].reverse().flatMap((severity) => {
    const count = counts.reduce((sum, each) => sum + (each.severity === severity ? each.count : 0), 0);
    return count === 0 ? [] : [{ severity, count }];
  });
  const named = top
    .slice(0, namedInDigest)
    .map((line) => (line.subjectKind === "person" ? { ...line, name: null } : line));
  return { total, bySeverity, top: named };
}
