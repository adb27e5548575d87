import sql, { type Sql } from "sql-template-tag";
import type { Device } from "../../domain/device";
import { type LifecycleRules, lifecycleDays } from "../../domain/lifecycle/lifecycle";

import { type OsSupport, runsNoSystem, supportDays } from "../../domain/lifecycle/os-support";
import type { Replacement } from "../../domain/lifecycle/replacement";
import { orEmpty } from "../entities/columns";
import type { DeviceRow } from "../entities/device-entities";

/** What the device table keeps of a device's life, so that lists need no rules. */
export type KeptDays = Pick<DeviceRow, "osSupportEnd" | "osSupportLast" | "replaceOn">;

type Lived = Pick<Device, "type" | "os" | "osVersion" | "purchaseDate" | "warrantyEnd">;

export function keptDays(rules: LifecycleRules, device: Lived): KeptDays {
  const { osSupportEnd, osSupportLast, replaceOn } = lifecycleDays(rules, device);
  const absent = runsNoSystem(device) ? "none" : "";
  return {
    osSupportEnd: osSupportEnd ?? absent,
    osSupportLast: osSupportLast ?? absent,
    replaceOn: orEmpty(replaceOn),
  };
}

/** The rules of `osSupportState` for the device `d` of a query. */
export function osSupportCase(now: Date): Sql {
  const { today, soon } = supportDays(now);
  return sql`CASE WHEN d.os_support_last = 'none' THEN 'none' WHEN d.os_support_last = '' THEN 'unknown'
    WHEN d.os_support_last < ${today} THEN 'ended' WHEN d.os_support_end < ${today} THEN 'unknown'
    WHEN d.os_support_end < ${soon} THEN 'ending' ELSE 'supported' END`;
}

/** As `osSupportCase`, in a form that an index serves. */
export function hasOsSupport(state: OsSupport, now: Date): Sql {
  const { today, soon } = supportDays(now);
  switch (state) {
    case "none":
      return sql`d.os_support_last = 'none'`;
    case "unknown":
      return sql`(d.os_support_last = '' OR (d.os_support_last >= ${today} AND d.os_support_end < ${today}))`;
    case "ended":
      return sql`d.os_support_last > '' AND d.os_support_last < ${today}`;
    case "ending":
      return sql`d.os_support_last >= ${today} AND d.os_support_end >= ${today} AND d.os_support_end < ${soon}`;
    case "supported":
      return sql`d.os_support_last >= ${soon} AND d.os_support_last <> 'none' AND d.os_support_end >= ${soon}`;
  }
}

/** The rules of `replacementState` for the device `d` of a query. */
export function replacementCase(now: Date): Sql {
  const { today, soon } = supportDays(now);
  return sql`CASE WHEN d.replace_on = '' THEN 'unknown' WHEN d.replace_on <= ${today} THEN 'due'
    WHEN d.replace_on < ${soon} THEN 'soon' ELSE 'later' END`;
}

/** As `replacementCase`, in a form that an index serves. */
export function hasReplacement(state: Replacement, now: Date): Sql {
  const { today, soon } = supportDays(now);
  switch (state) {
    case "unknown":
      return sql`d.replace_on = ''`;
    case "due":
      return sql`d.replace_on > '' AND d.replace_on <= ${today}`;
    case "soon":
      return sql`d.replace_on > ${today} AND d.replace_on < ${soon}`;
    case "later":
      return sql`d.replace_on >= ${soon}`;
  }
}
