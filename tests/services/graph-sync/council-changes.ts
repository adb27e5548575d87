import { insertDevices } from "../../../src/database/stores/device-store";
import type { Device } from "../../../src/domain/device";
import { aDevice } from "../../support/builders";
import type { GraphTenant } from "../../support/graph/graph-tenant";
import type { SyncWorld } from "./sync-world";

/** Devices that the register has before the first sync, by the serials that the council's devices have in Intune. */
export async function addKnownDevices(sync: SyncWorld, more: Partial<Device> = {}): Promise<void> {
  const serials = sync.world.graph.tenant.council.managedDevices
    .map(({ serialNumber }) => String(serialNumber))
    .filter((serial) => serial.startsWith("PF"))
    .slice(0, 20);
  const devices = [...new Set(serials)].map((serial) =>
    aDevice({
      id: `device-${serial}`,
      assetTag: `LL-${serial}`,
      serial,
      model: "As bought",
      assigneeId: null,
      teamId: null,
      lastSeenAt: null,
      ...more,
    }),
  );
  await sync.context.gateway.write((tx) => insertDevices(tx, devices, new Map()));
}

/** Groups, devices and people change, a little otherwise each turn. */
export function turnEverythingOver(tenant: GraphTenant, turn: number): void {
  const people = [...tenant.council.people.keys()];
  const [group] = tenant.council.groups;
  if (group === undefined) return;
  const { memberIds } = group;
  tenant.changeGroup(group.id, {
    displayName: `Housing and Homes ${turn}`,
    memberIds: [...memberIds.slice(1), people[turn + 20] ?? ""],
  });
  tenant.changeGroup(`new-group-${turn}`, {
    displayName: `New group ${turn}`,
    visibility: "Private",
    resourceProvisioningOptions: ["Team"],
    memberIds: people.slice(0, turn + 1),
    ownerIds: people.slice(1, 2),
  });
  for (const device of tenant.council.managedDevices.slice(turn, turn + 6)) {
    tenant.changeDevice(device.id, {
      model: `ThinkPad X${turn}`,
      lastSyncDateTime: `2026-11-2${turn % 10}T08:00:00Z`,
    });
  }
  tenant.change(people[turn + 5] ?? "", { displayName: `Renamed ${turn}` });
}
