import { toDevice } from "../database/stores/device-row";
import { findDevice } from "../database/stores/device-store";
import type { Device } from "../domain/device";
import type { DeviceView } from "../domain/device-view";
import { type Disposal, dispose, restore } from "../domain/disposal";
import type { Caller } from "../domain/permission";
import { present } from "./device-overview";
import { saveDevice } from "./device-write";
import type { ServiceContext } from "./service-context";

/** @throws Refusal not-found; and as the domain's `dispose` */
export function disposeDevice(
  context: ServiceContext,
  caller: Caller,
  { id, disposal, note }: { readonly id: string; readonly disposal: Disposal; readonly note: string | null },
): Promise<DeviceView> {
  const now = context.clock.now();
  const step = { id, action: "device.disposed", reason: note };
  return move(context, caller, step, (device) => dispose(device, disposal, now));
}

/** @throws Refusal not-found; conflict `device-not-disposed` */
export function restoreDevice(
  context: ServiceContext,
  caller: Caller,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<DeviceView> {
  return move(context, caller, { id, action: "device.restored", reason }, restore);
}

function move(
  context: ServiceContext,
  caller: Caller,
  { id, action, reason }: { readonly id: string; readonly action: string; readonly reason: string | null },
  decide: (device: Device) => Device,
): Promise<DeviceView> {
  return context.gateway.write(async (tx) => {
    const before = toDevice(await present(findDevice(tx, id, caller.scope)));
    await saveDevice(context, tx, caller, { before, after: decide(before), action, reason, holder: null });
    return present(findDevice(tx, id, caller.scope));
  });
}
