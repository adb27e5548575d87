import type { ManagedDevice } from "../domain/graph-sync/managed-device";
import type { Instant } from "../domain/instant";
import type { Json } from "./graph-caller";
import { instantOf, textOf } from "./graph-person";

const selected = [
  "id",
  "azureADDeviceId",
  "userId",
  "deviceName",
  "serialNumber",
  "lastSyncDateTime",
  "operatingSystem",
  "osVersion",
  "manufacturer",
  "model",
  "managedDeviceOwnerType",
] as const;

/** The server decides how long its pages are, about 1,000. */
export const managedDevicesPath = `/deviceManagement/managedDevices?$select=${selected.join(",")}`;
export const entraDevicesPath = "/devices?$select=id,deviceId,approximateLastSignInDateTime&$top=999";

/** A device of Intune; texts are '' where it says nothing. */
export interface GraphManagedDevice extends ManagedDevice {
  readonly name: string;
  readonly personId: string;
  readonly os: string;
  readonly osVersion: string;
  readonly manufacturer: string;
  readonly model: string;
  /** `company`, `personal` or whatever else Intune says. */
  readonly ownership: string;
}

/** Null for an object without an id, which cannot be kept. */
export function readManagedDevice(json: Json): GraphManagedDevice | null {
  const intuneId = textOf(json.id);
  if (intuneId === "") return null;
  return {
    intuneId,
    serial: line(json.serialNumber) || null,
    entraDeviceId: textOf(json.azureADDeviceId) || null,
    lastSync: instantOf(json.lastSyncDateTime),
    name: line(json.deviceName),
    personId: textOf(json.userId),
    os: line(json.operatingSystem),
    osVersion: line(json.osVersion),
    manufacturer: line(json.manufacturer),
    model: line(json.model),
    ownership: textOf(json.managedDeviceOwnerType),
  };
}

export interface GraphEntraDevice {
  readonly entraDeviceId: string;
  readonly lastSignIn: Instant | null;
}

/** Null for a device without the id by which Intune speaks of it; `id` is another one. */
export function readEntraDevice(json: Json): GraphEntraDevice | null {
  const entraDeviceId = textOf(json.deviceId);
  if (entraDeviceId === "") return null;
  return { entraDeviceId, lastSignIn: instantOf(json.approximateLastSignInDateTime) };
}

/** As long as the register takes. */
const longest = 100;

function line(value: unknown): string {
  const text = textOf(value).replace(/\s+/g, " ").trim();
  return Array.from(text).slice(0, longest).join("").trim();
}
