import type { Conformance } from "../application/application";
import type { Instant } from "../instant";
import { Refusal } from "../refusal";

export const measures = [
  "devices-ready",
  "seats-available",
  "trained",
  "confidence",
  "champions",
  "accessibility",
  "open-blockers",
] as const;
export type Measure = (typeof measures)[number];

/** Per cent of people or teams; a level of conformance, 1 (A) to 3 (AAA); so many at most. */
export type GateUnit = "percent" | "conformance" | "at-most";

/** A readiness condition of a wave. */
export interface GateRule {
  readonly measure: Measure;
  /** In the measure's unit, a whole number. */
  readonly threshold: number;
}

export const gateUnits: Readonly<Record<Measure, GateUnit>> = {
  "devices-ready": "percent",
  "seats-available": "percent",
  trained: "percent",
  confidence: "percent",
  champions: "percent",
  accessibility: "conformance",
  "open-blockers": "at-most",
};

/** Where each figure comes from. */
export const gateSources = [
  "device-register",
  "graph-sync",
  "rollout",
  "survey-release",
  "application-register",
] as const;
export type GateSource = (typeof gateSources)[number];

const sources: Readonly<Record<Measure, GateSource>> = {
  "devices-ready": "device-register",
  "seats-available": "graph-sync",
  trained: "rollout",
  confidence: "survey-release",
  champions: "rollout",
  accessibility: "application-register",
  "open-blockers": "rollout",
};

/** Figures that are older than so many days prove nothing any more. What is read as it is now does not age. */
export const staleAfterDays: Readonly<Record<GateSource, number>> = {
  "device-register": 365,
  "graph-sync": 3,
  rollout: 1,
  "survey-release": 365,
  "application-register": 730,
};

/** Why nothing is known. */
export const unknownReasons = [
  "not-synced",
  "no-licence-named",
  "not-published",
  "not-recorded",
  "nobody",
  "not-for-devices",
] as const;
export type UnknownReason = (typeof unknownReasons)[number];

/**
 * What was measured. Of what is partly unknown, `low` takes all that is unknown for bad and `high` for good; both are equal where
 * everything is known.
 */
export type Reading =
  | {
      readonly low: number;
      readonly high: number;
      /** How old the figures are; null where nobody noted it. */
      readonly asOf: Instant | null;
      /** What the per cents are of; null where they are no count of ours. */
      readonly counts: { readonly met: number; readonly unknown: number; readonly of: number } | null;
    }
  | { readonly unknownBecause: UnknownReason; readonly asOf: Instant | null };

export const gateStatuses = ["green", "red", "unknown"] as const;
export type GateStatus = (typeof gateStatuses)[number];

/** A rule held against what was measured, as it is shown and as it is stored with a decision. */
export interface Gate extends GateRule {
  readonly unit: GateUnit;
  readonly status: GateStatus;
  /** The figure that is certain; null where nothing is known. Per cents are rounded down, so that 100 is all. */
  readonly value: number | null;
  /** What the figure may be at best; equal to `value` where everything is known. */
  readonly best: number | null;
  readonly counts: { readonly met: number; readonly unknown: number; readonly of: number } | null;
  readonly source: GateSource;
  readonly asOf: Instant | null;
  readonly ageDays: number | null;
  /** Older than its source's limit. */
  readonly stale: boolean;
  readonly unknownBecause: UnknownReason | null;
}

const highest: Readonly<Record<GateUnit, number>> = { percent: 100, conformance: 3, "at-most": 1_000_000 };

/** @throws Refusal invalid `gate-threshold-unfit` naming each rule, `gate-twice` */
export function checkGateRules(rules: readonly GateRule[]): void {
  const fields = rules.flatMap(({ measure, threshold }, at) => {
    const most = highest[gateUnits[measure]];
    const fits = Number.isInteger(threshold) && threshold >= 0 && threshold <= most;
    return fits ? [] : [{ path: `gates.${at}.threshold`, message: `0 to ${most}` }];
  });
  if (fields.length > 0) throw new Refusal("invalid", "gate-threshold-unfit", {}, fields);
  if (new Set(rules.map(({ measure }) => measure)).size < rules.length) {
    throw new Refusal("invalid", "gate-twice");
  }
}

/** So many of so many, some of whom nobody knows; unknown where there is nobody to count. */
export function shareOf(met: number, unknown: number, of: number, asOf: Instant | null): Reading {
  if (of === 0) return { unknownBecause: "nobody", asOf };
  return { low: (100 * met) / of, high: (100 * (met + unknown)) / of, asOf, counts: { met, unknown, of } };
}

const levels: Readonly<Record<Exclude<Conformance, "unknown">, number>> = { none: 0, A: 1, AA: 2, AAA: 3 };

export function conformanceLevel(conformance: Conformance): number | null {
  return conformance === "unknown" ? null : levels[conformance];
}

/** The level's name; what is no level is none. */
export function conformanceName(level: number): Exclude<Conformance, "unknown"> {
  return (["none", "A", "AA", "AAA"] as const)[level] ?? "none";
}

/** Green only where it holds even if all that is unknown is bad, red only where it fails even if all of it is good. */
export function judgeGate(rule: GateRule, reading: Reading, now: Date): Gate {
  const { measure } = rule;
  const source = sources[measure];
  const age = ageOf(reading.asOf, now);
  const shared = {
    ...rule,
    unit: gateUnits[measure],
    source,
    asOf: reading.asOf,
    ageDays: age,
    stale: age !== null && age > staleAfterDays[source],
  };
  if ("unknownBecause" in reading) {
    const { unknownBecause } = reading;
    return { ...shared, status: "unknown", value: null, best: null, counts: null, unknownBecause };
  }
  const { low, high, counts } = reading;
  const status = statusOf(rule, low, high);
  return { ...shared, status, value: shown(low), best: shown(high), counts, unknownBecause: null };
}

function statusOf({ measure, threshold }: GateRule, low: number, high: number): GateStatus {
  if (gateUnits[measure] === "at-most") {
    return high <= threshold ? "green" : low > threshold ? "red" : "unknown";
  }
  return low >= threshold ? "green" : high < threshold ? "red" : "unknown";
}

/** Unknown is no pass, and neither is a green that is too old. */
export function passes({ status, stale }: Pick<Gate, "status" | "stale">): boolean {
  return status === "green" && !stale;
}

/** The measures that a go would be against. */
export function against(gates: readonly Gate[]): Measure[] {
  return gates.filter((gate) => !passes(gate)).map(({ measure }) => measure);
}

function ageOf(asOf: Instant | null, now: Date): number | null {
  if (asOf === null) return null;
  return Math.max(0, Math.floor((now.getTime() - Date.parse(asOf)) / 86_400_000));
}

function shown(value: number): number {
  return Math.floor(value * 10 + 1e-9) / 10;
}
