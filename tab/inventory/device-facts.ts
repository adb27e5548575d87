import type { DeviceAnswer } from "../../src/contracts/device-contract";
import type { Day } from "../../src/domain/instant";
import { matchKey } from "../../src/domain/match-key";

/** Manufacturer and model in one, without saying "Dell Dell Latitude"; null when neither is known. */
export function modelName(device: Pick<DeviceAnswer, "manufacturer" | "model">): string | null {
  const { manufacturer, model } = device;
  if (!manufacturer || !model) return manufacturer || model || null;
  return matchKey(model).startsWith(`${matchKey(manufacturer)} `) ? model : `${manufacturer} ${model}`;
}

/** Days before the end of a warranty from which it is worth a look. */
const soonDays = 60;

export type WarrantyState = "unknown" | "overdue" | "soon" | "running";

/** The last day of a warranty still counts as covered. */
export function warrantyState(end: Day | null, today: Day): WarrantyState {
  if (end === null) return "unknown";
  if (end < today) return "overdue";
  return daysBetween(today, end) <= soonDays ? "soon" : "running";
}

/** The calendar day where the reader is. */
export function localDay(date: Date): Day {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
