import type { listDeviceProblems } from "../../src/contracts/device-problem-contract";
import type { CallInput } from "../../src/contracts/endpoint";
import {
  type ProblemKind,
  type ProblemState,
  problemKinds,
  problemStates,
} from "../../src/domain/device-problem";

/** `to-do` is what nobody has finished: where everybody starts. */
export const shownStates = ["to-do", ...problemStates, "all"] as const;
export type ShownState = "to-do" | ProblemState | "all";

/** What the page of reports shows, as its address says it. */
export interface ReportView {
  readonly kind: ProblemKind | null;
  readonly state: ShownState;
  readonly team: string | null;
  readonly mine: boolean;
  readonly search: string;
}

export function readReportView(params: URLSearchParams): ReportView {
  return {
    kind: problemKinds.find((kind) => kind === params.get("kind")) ?? null,
    state: shownStates.find((state) => state === params.get("state")) ?? "to-do",
    team: params.get("team") || null,
    mine: params.get("mine") === "1",
    search: (params.get("q") ?? "").slice(0, 200),
  };
}

export function writeReportView(view: ReportView, params: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(params);
  const set = (name: string, value: string | null) => {
    if (value) next.set(name, value);
    else next.delete(name);
  };
  set("kind", view.kind);
  set("state", view.state === "to-do" ? null : view.state);
  set("team", view.team);
  set("mine", view.mine ? "1" : null);
  set("q", view.search);
  return next;
}

export function reportQuery(
  view: ReportView,
  myId: string,
): NonNullable<CallInput<typeof listDeviceProblems>["query"]> {
  const { kind, state, team, mine, search } = view;
  return {
    ...(kind && { kind }),
    ...(state === "to-do" ? { open: "true" } : state === "all" ? {} : { state }),
    ...(team && { team, below: "true" }),
    ...(mine && { owner: myId }),
    ...(search.trim() && { q: search.trim() }),
  };
}

export function isNarrowed(view: ReportView): boolean {
  return (
    view.kind !== null || view.state !== "to-do" || view.team !== null || view.mine || view.search !== ""
  );
}
