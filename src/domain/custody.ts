import type { FieldChange } from "./audit-event";

export interface CustodyChange {
  readonly personId: string;
  /** Else it was taken back from them, or passed on. */
  readonly received: boolean;
}

/** Who was given a device and who gave it up, by the changes of one of its events. */
export function custodyIn(changes: readonly FieldChange[]): CustodyChange[] {
  return changes.flatMap(({ field, from, to }) =>
    field !== "assigneeId" || from === to ? [] : [...named(from, false), ...named(to, true)],
  );
}

function named(personId: unknown, received: boolean): CustodyChange[] {
  return typeof personId === "string" && personId !== "" ? [{ personId, received }] : [];
}
