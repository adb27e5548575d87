import type { Reader } from "../../database/gateway";
import type { SeenDevice } from "../../database/stores/graph/managed-device-store";
import { peopleByIds } from "../../database/stores/person-store";
import type { Device } from "../../domain/device";
import type { Sighting } from "../../domain/graph-sync/device-sighting";
import type { ManagedDevice } from "../../domain/graph-sync/managed-device";
import type { Person } from "../../domain/person";

/** Who is named by devices of Intune or of the register. */
export function peopleOf(
  reader: Reader,
  seen: readonly SeenDevice[],
  devices: Iterable<Device>,
): Promise<Map<string, Person>> {
  const holders = [...devices].map(({ assigneeId }) => assigneeId ?? "");
  return peopleByIds(reader, [...seen.map(({ personId }) => personId), ...holders].filter(Boolean));
}

export function sightingOf(seen: SeenDevice, people: ReadonlyMap<string, Person>): Sighting {
  const user = people.get(seen.personId);
  const times = [seen.lastSyncAt, seen.lastSignInAt ?? ""].sort();
  return {
    name: seen.name,
    serial: seen.serial || null,
    manufacturer: seen.manufacturer || null,
    model: seen.model || null,
    os: seen.os || null,
    osVersion: seen.osVersion || null,
    holder: user?.active ? user : null,
    lastSeenAt: times.at(-1) || null,
  };
}

/** What names it, as the rule of matching takes it. */
export function managedOf({ intuneId, serial, entraKey, lastSyncAt }: SeenDevice): ManagedDevice {
  return {
    intuneId,
    serial: serial || null,
    entraDeviceId: entraKey || null,
    lastSync: lastSyncAt || null,
  };
}
