import { addDays, type Instant, toInstant } from "./instant";
import { Refusal } from "./refusal";

/** Kinds of data that go after a time. What is not here stays as long as the record it belongs to. */
export const retentionKinds = [
  "leavers",
  "check-in-answers",
  "device-problems",
  "conversations",
  "import-runs",
  "survey-comments",
  "rollouts",
  "findings",
  "vendor-changes",
  "notes",
  "audit-contents",
] as const;
export type RetentionKind = (typeof retentionKinds)[number];

interface Rule {
  /** Days after which it goes, while nobody decides otherwise. */
  readonly days: number;
  readonly least: number;
  readonly most: number;
}

/**
 * One line per kind, with the reason for its default. Storage limitation: UK GDPR article 5(1)(e).
 * - leavers: time to get kit back and settle questions about it; then the person is a pseudonym
 * - check-in-answers: two audit years after a check-in has closed; the counts stay
 * - device-problems: after IT has dealt with them; a warranty claim seldom runs longer than two years
 * - conversations: Teams says that the app was removed; kept for a month in case it comes back
 * - import-runs: who imported what file when, for as long as its rows can be asked about
 * - survey-comments: until the survey after next can be compared; the figures, which are about nobody, stay
 * - rollouts: who took part, what kept somebody out or stopped them, who was at a training; the counts stay
 * - findings: those that show no more, which name who waited for or gave back something
 * - vendor-changes: messages of Microsoft that it no longer lists, and who decided about them
 * - notes: what the bot told somebody of its own accord; past the day to act by it tells nothing any more
 * - audit-contents: six years, the time within which a claim on a contract can be made (Limitation Act 1980, s. 5)
 */
const rules: Readonly<Record<RetentionKind, Rule>> = {
  leavers: { days: 180, least: 30, most: 2_190 },
  "check-in-answers": { days: 730, least: 90, most: 2_190 },
  "device-problems": { days: 730, least: 90, most: 2_190 },
  conversations: { days: 30, least: 1, most: 365 },
  "import-runs": { days: 730, least: 90, most: 2_190 },
  "survey-comments": { days: 730, least: 90, most: 2_190 },
  rollouts: { days: 730, least: 90, most: 2_190 },
  findings: { days: 730, least: 90, most: 2_190 },
  "vendor-changes": { days: 365, least: 30, most: 2_190 },
  notes: { days: 365, least: 30, most: 2_190 },
  "audit-contents": { days: 2_190, least: 730, most: 3_650 },
};

export interface Retention {
  readonly kind: RetentionKind;
  readonly days: number;
  readonly defaultDays: number;
  readonly least: number;
  readonly most: number;
}

/** Days by kind as administrators decided; what they did not decide has its default. */
export type RetentionDays = ReadonlyMap<RetentionKind, number>;

export function retentionTable(decided: RetentionDays): Retention[] {
  return retentionKinds.map((kind) => {
    const { days: defaultDays, least, most } = rules[kind];
    return { kind, days: decided.get(kind) ?? defaultDays, defaultDays, least, most };
  });
}

/** @throws Refusal invalid `retention-out-of-range` naming each kind */
export function decideRetention(decided: RetentionDays, wanted: RetentionDays): RetentionDays {
  const wrong = [...wanted].filter(([kind, days]) => days < rules[kind].least || days > rules[kind].most);
  if (wrong.length > 0) {
    const fields = wrong.map(([kind]) => ({
      path: kind,
      message: `${rules[kind].least} to ${rules[kind].most}`,
    }));
    throw new Refusal("invalid", "retention-out-of-range", {}, fields);
  }
  return new Map([...decided, ...wanted]);
}

/** What is older than this goes. */
export function endOfRetention(now: Date, days: number): Instant {
  return toInstant(addDays(now, -days));
}
