import { acceptanceGivenBack } from "./acceptance";
import type { FieldChange } from "./audit-event";
import type { Device } from "./device";

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

export type Custody = "person" | "team" | "stock";

/** A device is with a person, else with a team, else in stock. */
export function custodyOf(device: Pick<Device, "assigneeId" | "teamId">): Custody {
  if (device.assigneeId !== null) return "person";
  return device.teamId === null ? "stock" : "team";
}

/**
 * A device as it was before an import that is taken back.
 * @param isKnown whether there still is such a person: a device is not given to somebody who was erased since
 */
export function asBefore(current: Device, before: Device, isKnown: (personId: string) => boolean): Device {
  const assigneeId = before.assigneeId !== null && isKnown(before.assigneeId) ? before.assigneeId : null;
  const acceptance = acceptanceGivenBack(current, { ...before, assigneeId });
  return { ...current, ...before, assigneeId, acceptance, version: current.version + 1 };
}
