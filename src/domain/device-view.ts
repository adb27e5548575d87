import type { Device } from "./device";
import type { LifecycleDays } from "./lifecycle/lifecycle";

/** A device as lists and details show it, with the names of its team and holder and the days that follow from it. */
export interface DeviceView extends Device, LifecycleDays {
  readonly teamName: string | null;
  readonly assigneeName: string | null;
}
