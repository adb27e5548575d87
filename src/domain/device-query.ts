import type { Acceptance } from "./acceptance";
import type { DeviceStatus, DeviceType } from "./device";
import type { DisposalMethod } from "./disposal-method";
import type { Day } from "./instant";
import type { OsSupport } from "./lifecycle/os-support";
import type { Replacement } from "./lifecycle/replacement";

/** Sorts that the screen offers; each has an index ending in (value, asset tag). */
export const deviceSorts = ["assetTag", "model", "status", "warrantyEnd", "lastConfirmedAt"] as const;
export type DeviceSort = (typeof deviceSorts)[number];

/** Every field is named, so that a caller who forgets one or calls it otherwise does not compile; undefined is any. */
export interface DeviceFilter {
  /** More than one when a filter includes the teams below. */
  readonly teamIds: readonly string[] | undefined;
  readonly status: DeviceStatus | undefined;
  readonly type: DeviceType | undefined;
  /** As the council spells it. */
  readonly label: string | undefined;
  readonly assigneeId: string | undefined;
  readonly acceptance: Acceptance | undefined;
  readonly disposalMethod: DisposalMethod | undefined;
  readonly assetTag: string | undefined;
  readonly serial: string | undefined;
  /** Warranty ends before this day; devices without a known end are not in it. */
  readonly warrantyBefore: Day | undefined;
  /** False leaves archived devices out, true leaves only them. */
  readonly archived: boolean | undefined;
  readonly osSupport: OsSupport | undefined;
  readonly replacement: Replacement | undefined;
  readonly search: string | undefined;
}

export const anyDevice: DeviceFilter = {
  teamIds: undefined,
  status: undefined,
  type: undefined,
  label: undefined,
  assigneeId: undefined,
  acceptance: undefined,
  disposalMethod: undefined,
  assetTag: undefined,
  serial: undefined,
  warrantyBefore: undefined,
  archived: undefined,
  osSupport: undefined,
  replacement: undefined,
  search: undefined,
};

export const summaryDimensions = ["team", "status", "type"] as const;
export type SummaryDimension = (typeof summaryDimensions)[number];
