import type { Instant } from "./instant";

/** Through which door a change came in. */
export type Door = "tab" | "bot" | "import" | "sync" | "seed" | "clock";

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
  const changes: FieldChange[] = [];
  for (const field of fields) {
    const [from, to] = [before?.[field] ?? null, after[field] ?? null];
    if (!isSameContent(from, to)) changes.push({ field, from, to });
  }
  return changes;
}

/** Ids of other records among the values: fields that hold one are named `...Id`, those that hold several `...Ids`. */
export function idsIn(changes: readonly FieldChange[]): string[] {
  const values = changes.flatMap(({ field, from, to }) => (/Ids?$/.test(field) ? [from, to].flat() : []));
  return [...new Set(values.filter((value) => typeof value === "string" && value !== ""))] as string[];
}

/** Whether two values say the same; of objects only the content counts. */
export function isSameContent(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  // Nothing says the same as something, and of two texts that are not equal none does.
  if (one === null || other === null || (typeof one === "string" && typeof other === "string")) return false;
  return contentOf(one) === contentOf(other);
}

/** JSON with the keys of every object in one order, so that only content counts. */
function contentOf(value: unknown): string {
  return JSON.stringify(value, (_key, entry: unknown) =>
    typeof entry === "object" && entry !== null && !Array.isArray(entry)
      ? Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)))
      : entry,
  );
}
