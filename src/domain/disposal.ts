import { change, type Device } from "./device";
import type { DisposalMethod } from "./disposal-method";
import { addDays, type Day, toInstant } from "./instant";
import { Refusal } from "./refusal";

export interface Disposal {
  readonly on: Day;
  readonly method: DisposalMethod;
  /** The number of a certificate or consignment note, or who has it now. */
  readonly reference: string | null;
}

export const longestReference = 200;

/** Whatever the council's time zone, its today lies at most this far ahead of the day in UTC. */
const daysAhead = 1;

/** What stands in the way of a device leaving for good; null when nothing does. */
export function whyNotDisposable(
  device: Pick<Device, "assigneeId" | "disposedOn">,
): "device-held" | "device-disposed" | null {
  if (device.disposedOn !== null) return "device-disposed";
  return device.assigneeId === null ? null : "device-held";
}

/**
 * A device that leaves for good: archived, with day and method. What holds data and is destroyed needs the number of
 * its certificate: the council has to show it (UK GDPR article 5(2)).
 * @throws Refusal conflict `device-held`, `device-disposed`; invalid `disposal-in-future`, `disposal-before-purchase`,
 * `disposal-certificate-missing`
 */
export function dispose(device: Device, { on, method, reference }: Disposal, now: Date): Device {
  const { assetTag } = device;
  const obstacle = whyNotDisposable(device);
  if (obstacle !== null) throw new Refusal("conflict", obstacle, { assetTag });
  if (on > toInstant(addDays(now, daysAhead)).slice(0, 10))
    throw new Refusal("invalid", "disposal-in-future");
  if (device.purchaseDate !== null && on < device.purchaseDate) {
    throw new Refusal("invalid", "disposal-before-purchase");
  }
  const disposalReference = reference?.trim() || null;
  if (method === "destroyed" && disposalReference === null) {
    throw new Refusal("invalid", "disposal-certificate-missing");
  }
  const archived = change(device, { status: "archived", label: "Disposed" });
  return { ...archived, disposedOn: on, disposalMethod: method, disposalReference };
}

/**
 * Takes a disposal back that was a mistake. Nobody knows yet whether the device works: it is pending, in stock.
 * @throws Refusal conflict `device-not-disposed`
 */
export function restore(device: Device): Device {
  if (device.disposedOn === null) {
    throw new Refusal("conflict", "device-not-disposed", { assetTag: device.assetTag });
  }
  const there = { ...device, disposedOn: null, disposalMethod: null, disposalReference: null };
  return change(there, { status: "pending", label: "Pending" });
}

/**
 * Only what was entered by mistake goes without a trace in the register.
 * @param reports of holders about it
 * @throws Refusal conflict `device-held`, `device-disposed`, `device-has-reports`
 */
export function refuseRemoval(
  device: Pick<Device, "assetTag" | "assigneeId" | "disposedOn">,
  reports: number,
): void {
  const { assetTag } = device;
  const obstacle = whyNotDisposable(device) ?? (reports > 0 ? "device-has-reports" : null);
  if (obstacle !== null) throw new Refusal("conflict", obstacle, { assetTag });
}
