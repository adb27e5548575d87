export const assignmentStates = ["Active", "ActiveWithError", "Disabled", "Error"] as const;
export type AssignmentState = (typeof assignmentStates)[number];

/** One row of `licenseAssignmentStates`; `assignedByGroup` is null for a direct assignment. */
export interface Assignment {
  readonly skuId: string;
  readonly assignedByGroup: string | null;
  readonly state: AssignmentState;
  readonly disabledPlans: readonly string[];
}

/** A person of the directory with what Graph says of their licences. */
export interface Licensed {
  readonly personId: string;
  readonly accountEnabled: boolean;
  readonly deleted: boolean;
  /** From `assignedLicenses`, which counts seats; the rows of `assignments` only say how they came. */
  readonly skuIds: readonly string[];
  readonly assignments: readonly Assignment[];
}

/** People once each: a direct assignment beside one by group takes one seat. */
export interface Holders<P> {
  readonly enabled: readonly P[];
  /** They take a seat; some are shared mailboxes and rooms, which are disabled by design. */
  readonly disabled: readonly P[];
  /** Soft-deleted people still show their licences but hold none. */
  readonly deleted: readonly P[];
}

/** A person whose only rows for a SKU are errors, such as too few seats, holds none. */
export function holdsSeat(person: Licensed, skuId: string): boolean {
  if (!person.skuIds.includes(skuId)) return false;
  const rows = person.assignments.filter((row) => row.skuId === skuId);
  return rows.length === 0 || rows.some((row) => row.state !== "Error");
}

export function holdersOf<P extends Licensed>(people: readonly P[], skuId: string): Holders<P> {
  const distinct = new Map<string, P>();
  for (const person of people) if (holdsSeat(person, skuId)) distinct.set(person.personId, person);
  const all = [...distinct.values()];
  return {
    enabled: all.filter((person) => !person.deleted && person.accountEnabled),
    disabled: all.filter((person) => !person.deleted && !person.accountEnabled),
    deleted: all.filter((person) => person.deleted),
  };
}

/** `direct` and the ids of groups, once each. */
export function assignedBy(person: Licensed, skuId: string): readonly string[] {
  const rows = person.assignments.filter((row) => row.skuId === skuId && row.state !== "Error");
  return [...new Set(rows.map((row) => row.assignedByGroup ?? "direct"))];
}

/** A plan is off only if every assignment that brings its SKU disables it. */
export function disabledPlansOf(person: Licensed, skuId: string): readonly string[] {
  const rows = person.assignments.filter((row) => row.skuId === skuId && row.state !== "Error");
  const [first, ...others] = rows;
  return (first?.disabledPlans ?? []).filter((plan) =>
    others.every((row) => row.disabledPlans.includes(plan)),
  );
}
