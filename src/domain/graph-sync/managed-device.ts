import type { Instant } from "../instant";
import { matchKey, serialKey } from "../match-key";

/** What names a device in Intune; a serial or id may be a placeholder. */
export interface ManagedDevice {
  readonly intuneId: string;
  readonly serial: string | null;
  readonly entraDeviceId: string | null;
  readonly lastSync: Instant | null;
}

/** Devices of the register by the keys of `serialKey` and `entraKey`; a serial can stand on several. */
export interface RegisterIndex {
  readonly bySerial: ReadonlyMap<string, readonly string[]>;
  readonly byEntraId: ReadonlyMap<string, readonly string[]>;
  /** For devices that were added from Intune, or taken for one by a person. */
  readonly byIntuneId?: ReadonlyMap<string, readonly string[]>;
}

export type DeviceMatch =
  | { readonly kind: "none" }
  | { readonly kind: "one"; readonly deviceId: string }
  /** For a person to decide; nothing of the register is changed. */
  | { readonly kind: "conflict"; readonly deviceIds: readonly string[] };

/** The key of `azureADDeviceId`, which equals `device.deviceId`; all zeros name no device. */
export function entraKey(id: string | null): string | null {
  const key = matchKey(id ?? "");
  return /^[0-]*$/.test(key) ? null : key;
}

/**
 * Serial and Entra id have to agree: several devices behind the two together are a conflict. A record of Intune that
 * stands for a device already goes on doing so.
 */
export function matchManagedDevice(found: ManagedDevice, register: RegisterIndex): DeviceMatch {
  const [known, ...others] = register.byIntuneId?.get(found.intuneId) ?? [];
  if (known !== undefined && others.length === 0) return { kind: "one", deviceId: known };
  const bySerial = behind(register.bySerial, serialKey(found.serial));
  const byEntraId = behind(register.byEntraId, entraKey(found.entraDeviceId));
  const deviceIds = [...new Set([...bySerial, ...byEntraId])];
  const [deviceId] = deviceIds;
  if (deviceId === undefined) return { kind: "none" };
  return deviceIds.length === 1 ? { kind: "one", deviceId } : { kind: "conflict", deviceIds };
}

function behind(devices: ReadonlyMap<string, readonly string[]>, key: string | null): readonly string[] {
  return key === null ? [] : (devices.get(key) ?? []);
}

interface Enrolment {
  readonly intuneId: string;
  readonly lastSyncAt: string;
}

/**
 * A device enrolled again has two records under one serial; the one that synced last stands for it, of equals the lower
 * id.
 * @param twins every record under the same serial, itself among them or not; none for a placeholder
 */
export function isLatestEnrolment(device: Enrolment, twins: readonly Enrolment[]): boolean {
  return twins.every(
    ({ intuneId, lastSyncAt }) =>
      lastSyncAt < device.lastSyncAt || (lastSyncAt === device.lastSyncAt && intuneId >= device.intuneId),
  );
}
