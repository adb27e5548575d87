import { askHolder } from "./acceptance";
import { changesBetween, type FieldChange } from "./audit-event";
import { change, type Device, type DeviceChange, toldDeviceFields } from "./device";
import { type LabelTable, settled } from "./device-label";
import type { Person } from "./person";
import { Refusal } from "./refusal";

/** So many devices take one change together. */
export const mostTogether = 1_000;

export const bulkVerdicts = ["change", "unchanged", "refused"] as const;
export type BulkVerdict = (typeof bulkVerdicts)[number];

/** What a change would do to a device. */
export type Judged =
  | { readonly verdict: "change"; readonly after: Device; readonly changes: readonly FieldChange[] }
  | { readonly verdict: "unchanged" }
  | { readonly verdict: "refused"; readonly refusal: Refusal };

/**
 * The device after a change; who gets it is asked, and it goes to their team unless a team is named.
 * @param newHolder whom the change names, unless they have it already
 * @throws Refusal as `change`
 */
export function changed(before: Device, wanted: DeviceChange, newHolder: Person | null): Device {
  const moved = newHolder !== null && wanted.teamId === undefined && newHolder.teamId !== null;
  const after = change(before, moved ? { ...wanted, teamId: newHolder.teamId } : wanted);
  return after.assigneeId === before.assigneeId ? after : askHolder(after);
}

/** Judges a change to one device of many: what forbids it for this one need not for the others. */
export function judgeChange(
  before: Device,
  wanted: DeviceChange,
  named: Person | null,
  labels: LabelTable,
): Judged {
  try {
    const settledChange = settled(labels, before, wanted);
    const after = changed(before, settledChange, named?.id === before.assigneeId ? null : named);
    const changes = changesBetween(before, after, toldDeviceFields);
    return changes.length === 0 ? { verdict: "unchanged" } : { verdict: "change", after, changes };
  } catch (error) {
    if (error instanceof Refusal) return { verdict: "refused", refusal: error };
    throw error;
  }
}
