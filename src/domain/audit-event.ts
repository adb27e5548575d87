import type { Instant } from "./instant";

/** Through which door a change came in. */
export type Door = "tab" | "bot" | "import" | "sync" | "seed";

export interface FieldChange {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** Who changed what from what to what, when, why and through what. */
export interface AuditEvent {
  readonly id: string;
  readonly at: Instant;
  readonly actorId: string;
  readonly door: Door;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly changes: readonly FieldChange[];
  readonly reason: string | null;
}

/** The named fields whose values differ; objects are compared by content. */
export function changesBetween<T extends object>(
  before: T | null,
  after: T,
  fields: readonly (keyof T & string)[],
): FieldChange[] {
  return fields
    .map((field) => ({ field, from: before?.[field] ?? null, to: after[field] ?? null }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
}
