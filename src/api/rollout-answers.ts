import type { Audience } from "../domain/audience";
import { conformanceName, type Gate, type GateRule, gateUnits, passes } from "../domain/rollout/gate";
import type {
  CountedRollout,
  CountedWave,
  RolloutDetails,
  WaveDetails,
} from "../services/rollout/rollout-overview";
import { sendable } from "./check-in-routes";
import { etagOf } from "./etag";

/** A level of conformance goes by its name, in and out. */
type Threshold = number | "none" | "A" | "AA" | "AAA";

const levels = ["none", "A", "AA", "AAA"];

/** A name where no level is measured fits no measure, and is refused as such. */
export function ruleOf({
  measure,
  threshold,
}: {
  measure: GateRule["measure"];
  threshold: Threshold;
}): GateRule {
  if (typeof threshold === "number") return { measure, threshold };
  return { measure, threshold: gateUnits[measure] === "conformance" ? levels.indexOf(threshold) : -1 };
}

function named({ measure }: GateRule, value: number): Threshold;
function named({ measure }: GateRule, value: number | null): Threshold | null;
function named({ measure }: GateRule, value: number | null): Threshold | null {
  return value !== null && gateUnits[measure] === "conformance" ? conformanceName(value) : value;
}

export function gateAnswer(gate: Gate) {
  const { counts, ...rest } = gate;
  return {
    ...rest,
    counts: counts && { ...counts },
    threshold: named(gate, gate.threshold),
    value: named(gate, gate.value),
    best: named(gate, gate.best),
    passes: passes(gate),
  };
}

export function decisionAnswer<T extends { readonly gates: readonly Gate[] }>(decision: T) {
  return { ...decision, gates: decision.gates.map(gateAnswer) };
}

export function waveAnswer<T extends CountedWave>(wave: T) {
  return {
    ...wave,
    audience: sendable(wave.audience as Audience),
    gates: wave.gates.map((rule) => ({ ...rule, threshold: named(rule, rule.threshold) })),
    etag: etagOf(wave.version),
  };
}

export function waveDetailsAnswer(wave: WaveDetails) {
  return { ...waveAnswer(wave), decisions: wave.decisions.map(decisionAnswer) };
}

export function rolloutAnswer<T extends CountedRollout>(rollout: T) {
  return { ...rollout, waves: rollout.waves.map(waveAnswer), etag: etagOf(rollout.version) };
}

export function rolloutDetailsAnswer(rollout: RolloutDetails) {
  return { ...rolloutAnswer(rollout), decisions: rollout.decisions.map(decisionAnswer) };
}
