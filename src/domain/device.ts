import { type Acceptance, acceptanceOf, askHolder } from "./acceptance";
import { shippedTable, statusOfLabel, usualLabel } from "./device-label";
import type { DeviceStatus } from "./device-status";
import type { DisposalMethod } from "./disposal-method";
import { refuseHidden } from "./identifier";
import type { Day, Instant } from "./instant";
import { matchKey } from "./match-key";
import type { Money } from "./money";
import type { Person } from "./person";
import { Refusal } from "./refusal";

export { type DeviceStatus, deviceStatuses } from "./device-status";

export const deviceTypes = [
  "laptop",
  "desktop",
  "tablet",
  "phone",
  "monitor",
  "dock",
  "printer",
  "other",
] as const;
export type DeviceType = (typeof deviceTypes)[number];

/** Where a record came from, so that a later import or sync knows whose word it would overwrite. */
export const deviceSources = ["tab", "toolroll", "snipe-it", "intune", "shelf", "seed"] as const;
export type DeviceSource = (typeof deviceSources)[number];

/** A device of the register. Custody: `assigneeId` a person, else `teamId` a team, else in stock. */
export interface Device {
  readonly id: string;
  readonly assetTag: string;
  readonly serial: string | null;
  readonly type: DeviceType;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly os: string | null;
  readonly osVersion: string | null;
  readonly status: DeviceStatus;
  /** The council's own word for the state, mapped to `status`. */
  readonly label: string;
  readonly teamId: string | null;
  readonly assigneeId: string | null;
  /** What the holder says of the assignment; null when nobody asked them. */
  readonly acceptance: Acceptance | null;
  readonly purchaseDate: Day | null;
  readonly warrantyEnd: Day | null;
  readonly cost: Money | null;
  readonly notes: string | null;
  /** The day it left for good; null while the council has it. With `disposalMethod`, and what proves it. */
  readonly disposedOn: Day | null;
  readonly disposalMethod: DisposalMethod | null;
  readonly disposalReference: string | null;
  readonly source: DeviceSource;
  /** When its holder last said "I have it"; null is unknown, not never. */
  readonly lastConfirmedAt: Instant | null;
  /** When a management system last saw it. */
  readonly lastSeenAt: Instant | null;
  /** Goes up by one with every change; the etag is made from it. */
  readonly version: number;
}

/** The fields that people and imports may set. */
export const deviceFields = [
  "assetTag",
  "serial",
  "type",
  "manufacturer",
  "model",
  "os",
  "osVersion",
  "status",
  "label",
  "teamId",
  "assigneeId",
  "purchaseDate",
  "warrantyEnd",
  "cost",
  "notes",
] as const;
export type DeviceField = (typeof deviceFields)[number];
/** What a history tells of a device: besides those, what its holder says, and how it left. */
export const toldDeviceFields = [
  ...deviceFields,
  "acceptance",
  "disposedOn",
  "disposalMethod",
  "disposalReference",
] as const;
type Settable = Pick<Device, DeviceField>;

/** An absent field and one that is undefined mean the same: leave it. */
type Optional<T> = { readonly [Name in keyof T]?: T[Name] | undefined };

export type DeviceDraft = Pick<Device, "assetTag" | "type"> &
  Optional<Settable> &
  Optional<Pick<Device, "lastSeenAt">>;
export type DeviceChange = Optional<Settable & Pick<Device, "lastSeenAt">>;

/**
 * Label and status as they are given; the services complete them by the council's labels first (`settled`). An unknown
 * label alone is pending, never guessed usable.
 */
function statusAndLabel(status: DeviceStatus | undefined, label: string | undefined) {
  const finalStatus = status ?? (label === undefined ? "deployable" : (statusOfLabel(label) ?? "pending"));
  return { status: finalStatus, label: label ?? usualLabel(shippedTable, finalStatus) };
}

/**
 * A new device.
 * @throws Refusal invalid `asset-tag-empty`, `character-hidden`; conflict `device-archived` or `device-undeployable` when it names a holder it may not have
 */
export function register(draft: DeviceDraft, id: string, source: DeviceSource): Device {
  refuseHidden("serial", draft.serial ?? null);
  const device: Device = {
    id,
    assetTag: requireTag(draft.assetTag),
    serial: draft.serial ?? null,
    type: draft.type,
    manufacturer: draft.manufacturer ?? null,
    model: draft.model ?? null,
    os: draft.os ?? null,
    osVersion: draft.osVersion ?? null,
    ...statusAndLabel(draft.status, draft.label),
    teamId: draft.teamId ?? null,
    assigneeId: draft.assigneeId ?? null,
    acceptance: null,
    purchaseDate: draft.purchaseDate ?? null,
    warrantyEnd: draft.warrantyEnd ?? null,
    cost: draft.cost ?? null,
    notes: draft.notes ?? null,
    disposedOn: null,
    disposalMethod: null,
    disposalReference: null,
    source,
    lastConfirmedAt: null,
    lastSeenAt: draft.lastSeenAt ?? null,
    version: 1,
  };
  if (device.assigneeId !== null) refuseUnassignable(device);
  return device;
}

/**
 * Undefined leaves a field, null clears it. A new label brings its status along unless a status is given too.
 * Archiving takes the device out of its holder's hands; what was disposed of stays archived.
 * @throws Refusal as `register`; conflict `device-disposed`
 */
export function change(device: Device, wanted: DeviceChange): Device {
  const status =
    wanted.status ??
    (wanted.label === undefined ? device.status : (statusOfLabel(wanted.label) ?? device.status));
  if (device.disposedOn !== null && status !== "archived") {
    throw new Refusal("conflict", "device-disposed", { assetTag: device.assetTag });
  }
  refuseHidden("serial", wanted.serial ?? null, device.serial);
  const label = wanted.label ?? (status === device.status ? device.label : usualLabel(shippedTable, status));
  const merged: Device = {
    ...device,
    ...withoutUndefined(wanted),
    assetTag: requireTag(wanted.assetTag ?? device.assetTag, device.assetTag),
    status,
    label,
    version: device.version + 1,
  };
  const named = wanted.assigneeId ?? null;
  if (named !== null && (status === "archived" || named !== device.assigneeId)) refuseUnassignable(merged);
  const assigneeId = status === "archived" ? null : merged.assigneeId;
  return { ...merged, assigneeId, acceptance: acceptanceOf(device, assigneeId) };
}

export function canBeAssigned(device: Pick<Device, "status">): boolean {
  return device.status === "deployable" || device.status === "pending";
}

/**
 * Hands a device to a person and asks them whether they have it; its team becomes the person's home team.
 * @throws Refusal conflict `device-archived`, `device-undeployable`, `person-left`
 */
export function assign(device: Device, holder: Person): Device {
  refuseUnassignable(device);
  if (!holder.active) throw new Refusal("conflict", "person-left", { name: holder.name });
  return askHolder({
    ...device,
    assigneeId: holder.id,
    acceptance: acceptanceOf(device, holder.id),
    teamId: holder.teamId ?? device.teamId,
    version: device.version + 1,
  });
}

/**
 * Takes a device back from its holder; it stays with the team, or in stock when it has none.
 * @throws Refusal conflict `device-not-assigned`
 */
export function takeBack(device: Device): Device {
  if (device.assigneeId === null) throw new Refusal("conflict", "device-not-assigned");
  return { ...device, assigneeId: null, acceptance: null, version: device.version + 1 };
}

/** The holder says they have it, working or not. */
export function confirm(device: Device, at: Instant): Device {
  return { ...device, lastConfirmedAt: at, version: device.version + 1 };
}

function refuseUnassignable(device: Device): void {
  if (device.status === "archived")
    throw new Refusal("conflict", "device-archived", { assetTag: device.assetTag });
  if (device.status === "undeployable") {
    throw new Refusal("conflict", "device-undeployable", { assetTag: device.assetTag });
  }
}

function requireTag(assetTag: string, before: string | null = null): string {
  const tag = assetTag.trim();
  if (matchKey(tag) === "") throw new Refusal("invalid", "asset-tag-empty");
  refuseHidden("assetTag", tag, before);
  return tag;
}

function withoutUndefined<T extends object>(value: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  const defined = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return Object.fromEntries(defined) as { [Name in keyof T]?: Exclude<T[Name], undefined> };
}
