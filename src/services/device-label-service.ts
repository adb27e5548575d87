import type { Reader, Writer } from "../database/gateway";
import { recordEvents } from "../database/stores/audit-store";
import {
  carriersOf,
  deleteDeviceLabel,
  deviceLabels,
  devicesByLabel,
  insertDeviceLabels,
  lockDeviceLabels,
  relabelDevices,
  updateDeviceLabel,
} from "../database/stores/device-label-store";
import { type AuditEvent, changesBetween } from "../domain/audit-event";
import { deviceStatuses, toldDeviceFields } from "../domain/device";
import {
  addLabel,
  changeLabel,
  type DeviceLabel,
  type LabelChange,
  type LabelTable,
  refuseLabelRemoval,
  refuseUnconfirmed,
  refuseUnfitCarriers,
} from "../domain/device-label";
import { matchKey } from "../domain/match-key";
import type { Caller, Scope } from "../domain/permission";
import { Refusal } from "../domain/refusal";
import { eventHead } from "./device-write";
import type { ServiceContext } from "./service-context";

export interface CountedLabel extends DeviceLabel {
  /** That carry it, as far as the caller sees. */
  readonly devices: number;
}

/** The council's labels in the order of their names. */
export function listDeviceLabels({ gateway }: ServiceContext, caller: Caller): Promise<CountedLabel[]> {
  return gateway.read(async (reader) => {
    const { labels } = await deviceLabels(reader);
    const counts = await devicesByLabel(reader, caller.scope);
    return labels.map((label) => ({ ...label, devices: counts.get(matchKey(label.name)) ?? 0 }));
  });
}

/** @throws Refusal conflict as the domain's `addLabel` */
export function addDeviceLabel(
  context: ServiceContext,
  caller: Caller,
  { reason, ...wanted }: Pick<DeviceLabel, "name" | "status"> & { readonly reason: string | null },
): Promise<CountedLabel> {
  return context.gateway.write(async (tx) => {
    const label = addLabel(await lockDeviceLabels(tx), wanted, context.newId());
    await insertDeviceLabels(tx, [label]);
    await tell(context, tx, caller, { action: "device-label.added", before: null, after: label, reason });
    return counted(tx, label);
  });
}

interface ChangeInput {
  readonly id: string;
  readonly version: number;
  readonly wanted: LabelChange;
  /** How many devices carry it, as whoever changes its name or status has read. */
  readonly confirmDevices: number | undefined;
  readonly reason: string | null;
}

/**
 * Renames a label, maps it to another status, retires it or takes that back. Devices that carry it follow its name and
 * status, each with an event of its own.
 * @throws Refusal not-found; stale; conflict as the domain's `changeLabel`, `refuseUnconfirmed`, `refuseUnfitCarriers`
 */
export function changeDeviceLabel(
  context: ServiceContext,
  caller: Caller,
  { id, version, wanted, confirmDevices, reason }: ChangeInput,
): Promise<CountedLabel> {
  return context.gateway.write(async (tx) => {
    const table = await lockDeviceLabels(tx);
    const before = labelWith(table, id);
    if (before.version !== version) throw new Refusal("stale", "stale");
    const after = changeLabel(table, before, wanted);
    if (changesBetween(before, after, toldFields).length === 0) return counted(tx, before);
    await updateDeviceLabel(tx, before, after);
    await tell(context, tx, caller, { action: "device-label.changed", before, after, reason });
    if (before.name !== after.name || before.status !== after.status) {
      await moveCarriers(context, tx, caller, { before, after, confirmDevices, reason });
    }
    return counted(tx, after);
  });
}

/** @throws Refusal not-found; conflict as the domain's `refuseLabelRemoval` */
export function removeDeviceLabel(context: ServiceContext, caller: Caller, id: string): Promise<void> {
  return context.gateway.write(async (tx) => {
    const table = await lockDeviceLabels(tx);
    const label = labelWith(table, id);
    refuseLabelRemoval(table, label, (await counted(tx, label)).devices);
    await deleteDeviceLabel(tx, label);
    const changes = [{ field: "name", from: label.name, to: null }];
    await recordEvents(tx, [
      { ...headOf(context, caller, "device-label.removed", id), changes, reason: null },
    ]);
  });
}

async function moveCarriers(
  context: ServiceContext,
  tx: Writer,
  caller: Caller,
  {
    before,
    after,
    confirmDevices,
    reason,
  }: Pick<ChangeInput, "confirmDevices" | "reason"> & Record<"before" | "after", DeviceLabel>,
): Promise<void> {
  const carriers = await carriersOf(tx, before);
  const moves = before.status !== after.status;
  if (moves) refuseUnfitCarriers(before, after.status, carriers);
  refuseUnconfirmed(before, carriers.length, confirmDevices);
  const moved = carriers.map((device) => {
    const status = moves ? after.status : device.status;
    return { before: device, after: { ...device, label: after.name, status, version: device.version + 1 } };
  });
  // Devices that differ in status from their label, from before labels had one, keep it while it is only renamed.
  for (const status of deviceStatuses) {
    await relabelDevices(
      tx,
      moved.filter((one) => one.after.status === status),
    );
  }
  const events = moved.map(
    (one): AuditEvent => ({
      ...eventHead(context, caller, "device.changed", one.after.id),
      changes: changesBetween(one.before, one.after, toldDeviceFields),
      reason,
    }),
  );
  await recordEvents(tx, events);
}

function labelWith(table: LabelTable, id: string): DeviceLabel {
  const label = table.byId.get(id);
  if (label === undefined) throw new Refusal("not-found", "not-found");
  return label;
}

const everything: Scope = { kind: "everything" };

async function counted(reader: Reader, label: DeviceLabel): Promise<CountedLabel> {
  const counts = await devicesByLabel(reader, everything);
  return { ...label, devices: counts.get(matchKey(label.name)) ?? 0 };
}

const toldFields = ["name", "status", "retired"] as const;

function headOf(context: ServiceContext, caller: Caller, action: string, id: string) {
  return { ...eventHead(context, caller, action, id), subjectKind: "device-label" };
}

async function tell(
  context: ServiceContext,
  tx: Writer,
  caller: Caller,
  step: {
    readonly action: string;
    readonly before: DeviceLabel | null;
    readonly after: DeviceLabel;
    readonly reason: string | null;
  },
): Promise<void> {
  const { action, before, after, reason } = step;
  const changes = changesBetween(before, after, toldFields);
  await recordEvents(tx, [{ ...headOf(context, caller, action, after.id), changes, reason }]);
}
