import type { FieldChange } from "../audit-event";
import type { Ruling } from "../provenance";
import type { ImportCounts } from "./import";
import type { ImportProblem } from "./problem";
import type { RowReader } from "./row-reader";

export const verdictKinds = ["create", "update", "unchanged", "conflict", "error"] as const;
export type VerdictKind = (typeof verdictKinds)[number];

/** What a row would do, or why it cannot. */
export interface Verdict<T> {
  readonly line: number;
  readonly kind: VerdictKind;
  readonly before: T | null;
  /** The record as it would be; null for a row that cannot be taken. */
  readonly after: T | null;
  readonly changes: readonly FieldChange[];
  readonly problems: readonly ImportProblem[];
  /** What was decided, or is still to be decided, of fields that people set by hand; absent when there is none. */
  readonly ruling?: Ruling;
}

export function verdictOf<T>(
  reader: RowReader,
  before: T | null,
  after: T | null,
  changes: readonly FieldChange[],
): Verdict<T> {
  const { problems, row } = reader;
  const stopped = stopOf(problems);
  if (stopped !== null) return { line: row.line, kind: stopped, before, after: null, changes: [], problems };
  const kind = before === null ? "create" : changes.length === 0 ? "unchanged" : "update";
  return { line: row.line, kind, before, after, changes, problems };
}

/** An error outweighs a conflict; warnings stop nothing. */
export function stopOf(problems: readonly ImportProblem[]): "error" | "conflict" | null {
  if (problems.some(({ severity }) => severity === "error")) return "error";
  return problems.some(({ severity }) => severity === "conflict") ? "conflict" : null;
}

/** Whether nothing stops a row but days that can be read both ways. */
export function isUndated({ problems }: Pick<Verdict<unknown>, "problems">): boolean {
  const stopping = problems.filter(({ severity }) => severity !== "warning");
  return stopping.length > 0 && stopping.every(({ code }) => code === "date-ambiguous");
}

export function countsOf(verdicts: readonly Pick<Verdict<unknown>, "kind">[]): ImportCounts {
  const counts = { total: verdicts.length, create: 0, update: 0, unchanged: 0, conflict: 0, error: 0 };
  for (const { kind } of verdicts) counts[kind]++;
  return counts;
}
