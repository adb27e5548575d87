import { orEmpty } from "../../database/entities/columns";
import { erasedAmong } from "../../database/stores/erasure-store";
import {
  clearDevices,
  type StagedDevice,
  stageDevices,
  stageEntraDevices,
} from "../../database/stores/graph/managed-device-store";
import { putInForce } from "../../database/stores/graph/part-store";
import { entraKey } from "../../domain/graph-sync/managed-device";
import { matchKey, serialKey } from "../../domain/match-key";
import type { Json } from "../../graph/graph-caller";
import {
  entraDevicesPath,
  type GraphManagedDevice,
  managedDevicesPath,
  readEntraDevice,
  readManagedDevice,
} from "../../graph/graph-device";
import { readList } from "../../graph/graph-list";
import { applyDevices } from "./apply-devices";
import { progress, replacement, type SyncRound, settle, settleProblem, writePiece } from "./sync-round";

type DevicePart = "managed-devices" | "entra-devices";

/** Devices of Entra ID first: when they were seen there counts for those of Intune. */
export async function readDevices(round: SyncRound): Promise<void> {
  if (!round.access.pulls.devices) {
    await settle(round, "entra-devices", "off");
    return settle(round, "managed-devices", "off");
  }
  await part(round, "entra-devices", entraDevicesPath, (items) => keepEntraDevices(round, items), "entra");
  const read = await part(
    round,
    "managed-devices",
    managedDevicesPath,
    (items) => keepDevices(round, items),
    "intune",
    () => applyDevices(round),
  );
  if (!read) round.counts["devices-changed"] = 0;
}

async function part(
  round: SyncRound,
  name: DevicePart,
  path: string,
  keep: (items: readonly Json[]) => Promise<void>,
  of: "intune" | "entra",
  whenRead: () => Promise<void> = async () => undefined,
): Promise<boolean> {
  const { gateway } = round.context;
  let read = 0;
  try {
    await readList(round.graph, path, {
      async begin() {
        read = 0;
        await gateway.write((tx) => clearDevices(tx, round.id, of));
      },
      async page(items) {
        await keep(items);
        read += items.length;
        await progress(round, name, read);
      },
    });
  } catch (problem) {
    await settleProblem(round, name, problem);
    return false;
  }
  await whenRead();
  await gateway.write((tx) => putInForce(tx, replacement(round, name)));
  await settle(round, name, "ok");
  return true;
}

async function keepEntraDevices(round: SyncRound, items: readonly Json[]): Promise<void> {
  const rows = items.flatMap((item) => {
    const device = readEntraDevice(item);
    const key = device && entraKey(device.entraDeviceId);
    return key === null ? [] : [{ entraKey: key, lastSignInAt: orEmpty(device?.lastSignIn ?? null) }];
  });
  await writePiece(round, rows.length, (tx) => stageEntraDevices(tx, round.id, rows));
}

async function keepDevices(round: SyncRound, items: readonly Json[]): Promise<void> {
  const devices = items.map(readManagedDevice).filter((device) => device !== null);
  const people = devices.map(({ personId }) => personId).filter(Boolean);
  const erased = await round.context.gateway.read((reader) => erasedAmong(reader, people));
  const rows = devices.map((device) => rowOf(device, erased.has(device.personId)));
  await writePiece(round, rows.length, (tx) => stageDevices(tx, round.id, rows));
}

/** Names of devices are often those of people: who was erased is not named again by their device. */
function rowOf(device: GraphManagedDevice, isErased: boolean): StagedDevice {
  const { intuneId, os, osVersion, manufacturer, model, ownership } = device;
  const name = isErased ? "" : device.name;
  return {
    ...{ intuneId, os, osVersion, manufacturer, model, ownership, name },
    nameKey: matchKey(name),
    serial: orEmpty(device.serial),
    serialKey: orEmpty(serialKey(device.serial)),
    entraKey: orEmpty(entraKey(device.entraDeviceId)),
    personId: isErased ? "" : device.personId,
    lastSyncAt: orEmpty(device.lastSync),
    ...{ standing: "", deviceId: "", contested: "" },
  };
}
