import type { CallInput } from "../../src/contracts/endpoint";
import type { listFindings } from "../../src/contracts/finding-contract";
import {
  type FindingKind,
  type FindingState,
  findingKinds,
  findingStates,
  type Severity,
  severities,
} from "../../src/domain/finding/finding";

/** `active` is what is open or planned: where everybody starts. */
export const shownStates = ["active", ...findingStates, "all"] as const;
export type ShownState = "active" | FindingState | "all";

/** What the page of findings shows, as its address says it. */
export interface FindingView {
  readonly kind: FindingKind | null;
  readonly severity: Severity | null;
  readonly state: ShownState;
  readonly mine: boolean;
}

export const anyFinding: FindingView = { kind: null, severity: null, state: "active", mine: false };

export function readFindingView(params: URLSearchParams): FindingView {
  return {
    kind: findingKinds.find((kind) => kind === params.get("kind")) ?? null,
    severity: severities.find((severity) => severity === params.get("severity")) ?? null,
    state: shownStates.find((state) => state === params.get("state")) ?? "active",
    mine: params.get("mine") === "1",
  };
}

export function writeFindingView(view: FindingView, params: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(params);
  const set = (name: string, value: string | null) => {
    if (value) next.set(name, value);
    else next.delete(name);
  };
  set("kind", view.kind);
  set("severity", view.severity);
  set("state", view.state === "active" ? null : view.state);
  set("mine", view.mine ? "1" : null);
  return next;
}

export function findingQuery(
  { kind, severity, state, mine }: FindingView,
  myId: string,
): NonNullable<CallInput<typeof listFindings>["query"]> {
  return { state, ...(kind && { kind }), ...(severity && { severity }), ...(mine && { owner: myId }) };
}

export function isNarrowed(view: FindingView): boolean {
  return view.kind !== null || view.severity !== null || view.state !== "active" || view.mine;
}
