import { changesBetween, type FieldChange } from "../audit-event";
import {
  canBeAssigned,
  change,
  type Device,
  type DeviceChange,
  type DeviceDraft,
  deviceFields,
} from "../device";
import { typeFrom } from "../import/device-words";
import type { Instant } from "../instant";
import { serialKey } from "../match-key";
import type { Person } from "../person";
import { type FieldOrigin, type Resolution, type Ruling, rule } from "../provenance";
import { Refusal } from "../refusal";

/**
 * How a device of Intune stands to the register. `contested`: it would change what somebody set by hand. `conflict`: it
 * could be one of several devices. `new`: of the council and not in the register. `personal`: somebody's own.
 * `superseded`: enrolled again since.
 */
export const deviceStandings = ["matched", "contested", "conflict", "new", "personal", "superseded"] as const;
export type DeviceStanding = (typeof deviceStandings)[number];

/** Those that wait for somebody's word. */
export const waitingStandings = ["contested", "conflict", "new"] as const satisfies readonly DeviceStanding[];
export type WaitingStanding = (typeof waitingStandings)[number];

/** What Intune says of a device; null where it says nothing, which clears no field. */
export interface Sighting {
  readonly name: string;
  readonly serial: string | null;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly os: string | null;
  readonly osVersion: string | null;
  /** Its primary user, where the register knows them and they are here. */
  readonly holder: Person | null;
  readonly lastSeenAt: Instant | null;
}

/** A device as it would be after a sighting, and what of it waits for a person. */
export interface Sighted {
  readonly after: Device;
  /** What a history tells of it. When it was last seen is not news. */
  readonly changes: readonly FieldChange[];
  readonly ruling: Ruling;
}

const said = ["manufacturer", "model", "os", "osVersion"] as const;

/**
 * Brings a device in line with what Intune says of it, but for fields that somebody set by hand. A serial is filled in,
 * never replaced: it is what the device was found by.
 * @param resolution what a person decides of fields set by hand; null while nobody has
 */
export function sight(
  device: Device,
  sighting: Sighting,
  origins: ReadonlyMap<string, FieldOrigin>,
  resolution: Resolution | null,
): Sighted {
  const wanted = wantedBy(device, sighting);
  const changes = changesBetween(device, change(device, wanted), deviceFields);
  const ruling = rule(changes, origins, resolution);
  const staying = [...ruling.contested, ...ruling.kept, ...ruling.declined].map(({ field }) => field);
  const after = change(device, without(wanted, staying));
  return { after, changes: changesBetween(device, after, deviceFields), ruling };
}

function wantedBy(device: Device, sighting: Sighting): DeviceChange {
  const given = Object.fromEntries(said.map((field) => [field, sighting[field] ?? undefined]));
  const serial = serialKey(device.serial) === null && serialKey(sighting.serial) !== null;
  const { holder, lastSeenAt } = sighting;
  const isHandedOver = holder !== null && holder.id !== device.assigneeId && canBeAssigned(device);
  return {
    ...given,
    ...(serial && { serial: sighting.serial }),
    ...(isHandedOver && { assigneeId: holder.id, ...(holder.teamId && { teamId: holder.teamId }) }),
    ...(lastSeenAt !== null && lastSeenAt > (device.lastSeenAt ?? "") && { lastSeenAt }),
  };
}

/** Who holds it and for which team go together. */
function without(wanted: DeviceChange, fields: readonly string[]): DeviceChange {
  const custody = fields.includes("assigneeId") ? ["assigneeId", "teamId"] : [];
  const silent = [...fields, ...custody];
  return Object.fromEntries(Object.entries(wanted).filter(([field]) => !silent.includes(field)));
}

/**
 * A device for the register that Intune knows and the register does not; its name there becomes the asset tag.
 * @throws Refusal invalid `asset-tag-empty`
 */
export function draftOf(sighting: Sighting): DeviceDraft {
  const { name, serial, manufacturer, model, os, osVersion, holder, lastSeenAt } = sighting;
  if (name.trim() === "") throw new Refusal("invalid", "asset-tag-empty");
  return {
    assetTag: name,
    type: typeFrom([model ?? undefined, name], os) ?? "other",
    serial: serialKey(serial) === null ? null : serial,
    ...{ manufacturer, model, os, osVersion },
    assigneeId: holder?.id ?? null,
    teamId: holder?.teamId ?? null,
    lastSeenAt,
  };
}
