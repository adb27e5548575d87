import type { Device } from "./device";
import { searchKey } from "./search";

/** What substring search looks through: folded text of the fields people type from memory. */
export function searchText(device: Device, assigneeName: string | null): string {
  const parts = [device.assetTag, device.serial, device.manufacturer, device.model, assigneeName];
  return searchKey(parts.filter((part) => part !== null && part !== "").join(" "));
}
