import { change, type Device, takeBack } from "./device";
import type { Instant } from "./instant";
import { Refusal } from "./refusal";

export const problemKinds = ["broken", "missing", "unlisted", "declined"] as const;
export type ProblemKind = (typeof problemKinds)[number];

/** A report is a thing to do for IT until it is done, or dismissed with a reason. */
export const problemStates = ["open", "in-hand", "done", "dismissed"] as const;
export type ProblemState = (typeof problemStates)[number];

/** What working on a report can do to its device, in the same stroke. */
export const problemActions = ["out-for-repair", "repaired", "lost", "take-back"] as const;
export type ProblemAction = (typeof problemActions)[number];

const actionsOf: Readonly<Record<ProblemKind, readonly ProblemAction[]>> = {
  broken: ["out-for-repair", "repaired"],
  missing: ["lost"],
  unlisted: [],
  declined: ["take-back", "lost"],
};

/** What of a report changes while it is worked on. */
export interface ProblemWork {
  readonly kind: ProblemKind;
  readonly deviceId: string | null;
  readonly state: ProblemState;
  /** Who in IT sees to it. */
  readonly ownerId: string | null;
  readonly reason: string | null;
  readonly resolvedAt: Instant | null;
  readonly version: number;
}

export interface ProblemChange {
  readonly state?: ProblemState | undefined;
  readonly ownerId?: string | null | undefined;
  readonly reason?: string | null | undefined;
  readonly action?: ProblemAction | undefined;
}

export function isResolved({ state }: Pick<ProblemWork, "state">): boolean {
  return state === "done" || state === "dismissed";
}

/** What can be done to the device of a report; nothing where the device is not known, or the report is dealt with. */
export function actionsFor(
  problem: Pick<ProblemWork, "kind" | "deviceId" | "state">,
): readonly ProblemAction[] {
  return problem.deviceId === null || isResolved(problem) ? [] : actionsOf[problem.kind];
}

/**
 * A report as it stands after a step. A report in hand is somebody's: of whoever takes it, unless another is named.
 * @param by who takes the step
 * @throws Refusal invalid `problem-reason-missing` for dismissing without one, `problem-action-unfit` for a step that
 * does not go with this kind of report
 */
export function workOn<T extends ProblemWork>(
  problem: T,
  wanted: ProblemChange,
  by: string,
  now: Instant,
): T {
  if (wanted.action !== undefined && !actionsFor(problem).includes(wanted.action)) {
    throw new Refusal("invalid", "problem-action-unfit");
  }
  const state = wanted.state ?? stateAfter(wanted.action) ?? problem.state;
  const reason = wanted.reason === undefined ? problem.reason : wanted.reason?.trim() || null;
  if (state === "dismissed" && reason === null) throw new Refusal("invalid", "problem-reason-missing");
  const named = wanted.ownerId === undefined ? problem.ownerId : wanted.ownerId;
  const ownerId = state === "in-hand" ? (named ?? by) : named;
  const resolvedAt = isResolved({ state }) ? (problem.resolvedAt ?? now) : null;
  return { ...problem, state, reason, ownerId, resolvedAt, version: problem.version + 1 };
}

function stateAfter(action: ProblemAction | undefined): ProblemState | null {
  if (action === undefined) return null;
  return action === "out-for-repair" ? "in-hand" : "done";
}

/**
 * The device after a step on its report.
 * @throws Refusal conflict `device-archived` for repairing what was given away; `device-not-assigned` as `takeBack`
 */
export function deviceAfter(device: Device, action: ProblemAction): Device {
  if (device.status === "archived") {
    throw new Refusal("conflict", "device-archived", { assetTag: device.assetTag });
  }
  switch (action) {
    case "out-for-repair":
      return change(device, { status: "pending", label: "Out for repair" });
    case "repaired":
      return change(device, {
        status: "deployable",
        label: device.assigneeId === null ? "Ready to deploy" : "In use",
      });
    case "lost":
      return change(device, { status: "undeployable", label: "Lost", assigneeId: null });
    case "take-back":
      return takeBack(device);
  }
}

/** Every field is named, so that a caller who forgets one does not compile; undefined is any. */
export interface ProblemFilter {
  readonly deviceId: string | undefined;
  /** Not dealt with yet. */
  readonly open: boolean | undefined;
  readonly kind: ProblemKind | undefined;
  readonly state: ProblemState | undefined;
  readonly ownerId: string | undefined;
  /** Who raised it. */
  readonly personId: string | undefined;
  /** Of the device, else of whoever raised it. */
  readonly teamIds: readonly string[] | undefined;
  /** In the holder's name, in what identifies the device, and in their own words. */
  readonly search: string | undefined;
}

export const anyProblem: ProblemFilter = {
  deviceId: undefined,
  open: undefined,
  kind: undefined,
  state: undefined,
  ownerId: undefined,
  personId: undefined,
  teamIds: undefined,
  search: undefined,
};
