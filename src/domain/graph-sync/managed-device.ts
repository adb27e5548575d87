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

/** Serial and Entra id have to agree: several devices behind the two together are a conflict. */
export function matchManagedDevice(found: ManagedDevice, register: RegisterIndex): DeviceMatch {
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

/** A device enrolled again has two records under one serial; the one that synced last stands for it. */
export function latestEnrolments<D extends ManagedDevice>(found: readonly D[]): D[] {
  const latest = new Map<string, D>();
  for (const device of found) {
    const serial = serialKey(device.serial);
    const key = serial === null ? `id ${device.intuneId}` : `serial ${serial}`;
    const other = latest.get(key);
    if (other === undefined || syncedAt(device) > syncedAt(other)) latest.set(key, device);
  }
  return [...latest.values()];
}

function syncedAt({ lastSync }: ManagedDevice): number {
  return lastSync === null ? 0 : Date.parse(lastSync);
}
