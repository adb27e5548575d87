import type { Device } from "../device";
import type { Day } from "../instant";
import type { OsTable } from "./os-release";
import { shippedTable } from "./os-shipped";
import { type OsSupport, osSupportState, runsNoSystem, supportOf } from "./os-support";
import {
  type Replacement,
  type ReplacementAges,
  replacementState,
  replaceOn,
  shippedAges,
} from "./replacement";

/** What administrators may decide otherwise than the product ships with. */
export interface LifecycleRules {
  readonly table: OsTable;
  readonly ages: ReplacementAges;
}

export const shippedRules: LifecycleRules = { table: shippedTable, ages: shippedAges };

type Lived = Pick<Device, "type" | "os" | "osVersion" | "purchaseDate" | "warrantyEnd">;

/** What follows for a device from its own fields and the rules, whatever day it is. */
export interface LifecycleDays {
  /** The first day on which the publisher may stop supporting its operating system; null is unknown, or no system. */
  readonly osSupportEnd: Day | null;
  /** The last such day; another one only where the edition that decides is not recorded. */
  readonly osSupportLast: Day | null;
  /** From when it is due for replacement; null is unknown. */
  readonly replaceOn: Day | null;
}

export function lifecycleDays(rules: LifecycleRules, device: Lived): LifecycleDays {
  const support = supportOf(rules.table, device);
  const known = support !== null && support !== "none" ? support : null;
  return {
    osSupportEnd: known?.first ?? null,
    osSupportLast: known?.last ?? null,
    replaceOn: replaceOn(rules.ages, device),
  };
}

/** What the days mean today. */
export interface LifecycleStates {
  readonly osSupport: OsSupport;
  readonly replacement: Replacement;
}

export function withStates<T extends Lived & LifecycleDays>(device: T, now: Date): T & LifecycleStates {
  const { osSupportEnd: first, osSupportLast: last } = device;
  const none = runsNoSystem(device) ? "none" : null;
  const support = first === null || last === null ? none : { first, last };
  return {
    ...device,
    osSupport: osSupportState(support, now),
    replacement: replacementState(device.replaceOn, now),
  };
}
