import { type Instant, toInstant } from "../instant";
import { Refusal } from "../refusal";
import { against, type Gate, type Measure } from "./gate";
import { canLaunch, type Wave } from "./wave";

export const decisionKinds = ["go", "no-go"] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** Go or no-go for a wave, with the gates as they stood at that moment. Never changed afterwards. */
export interface Decision {
  readonly id: string;
  readonly waveId: string;
  readonly decision: DecisionKind;
  readonly reason: string;
  readonly gates: readonly Gate[];
  /** What a go is against: gates that are red, unknown or too old. */
  readonly against: readonly Measure[];
  readonly decidedBy: string;
  readonly decidedAt: Instant;
  /** Who had said go before, where it took two; null where one was enough. */
  readonly firstBy: string | null;
  /** A go against a gate holds nothing until a second person has said it too. */
  readonly awaitsSecond: boolean;
}

interface Wanted {
  readonly decision: DecisionKind;
  readonly reason: string;
}

/**
 * A go that all gates pass stands at once. Against a gate it takes a second person, who says go against no more than the
 * first: what has turned red in between is for a first person again.
 * @param last the latest decision on this wave since it was last launched
 * @throws Refusal conflict `wave-not-waiting`, `decision-needs-second-person`
 */
export function decide(
  wave: Pick<Wave, "id" | "state">,
  gates: readonly Gate[],
  last: Decision | null,
  { decision, reason }: Wanted,
  born: { readonly id: string; readonly by: string; readonly now: Date },
): Decision {
  if (!canLaunch(wave)) throw new Refusal("conflict", "wave-not-waiting");
  const failing = decision === "go" ? against(gates) : [];
  const made = {
    id: born.id,
    waveId: wave.id,
    decision,
    reason,
    gates,
    against: failing,
    decidedBy: born.by,
    decidedAt: toInstant(born.now),
  };
  if (failing.length === 0) return { ...made, firstBy: null, awaitsSecond: false };
  const first = last?.decision === "go" && last.awaitsSecond ? last : null;
  const covered = first !== null && failing.every((measure) => first.against.includes(measure));
  if (!covered) return { ...made, firstBy: null, awaitsSecond: true };
  if (first.decidedBy === born.by) throw new Refusal("conflict", "decision-needs-second-person");
  return { ...made, firstBy: first.decidedBy, awaitsSecond: false };
}

/** Whether the wave is launched by it. */
export function launches({ decision, awaitsSecond }: Pick<Decision, "decision" | "awaitsSecond">): boolean {
  return decision === "go" && !awaitsSecond;
}
