import { setImmediate as breathe } from "node:timers/promises";
import sql, { join } from "sql-template-tag";
import type { DeviceType } from "../../domain/device";
import type { Instant } from "../../domain/instant";
import { type LifecycleRules, shippedRules } from "../../domain/lifecycle/lifecycle";
import type { OsTable } from "../../domain/lifecycle/os-release";
import type { ReplacementAges } from "../../domain/lifecycle/replacement";
import { orNull } from "../entities/columns";
import type { DeviceRow } from "../entities/device-entities";
import type { LifecycleSettingRow } from "../entities/lifecycle-entities";
import type { Reader, Writer } from "../gateway";
import { keptDays } from "./device-lifecycle";
import { lockDeviceTerms, renewDeviceTerms } from "./device-terms-stamp";

export type LifecycleSettingName = "os-support" | "replacement-ages";

export interface LifecycleSetting {
  readonly stamp: string;
  /** Null while the product's own is in force. */
  readonly content: string | null;
  readonly changedAt: Instant | null;
  readonly changedBy: string | null;
}

type Settings = Readonly<Record<LifecycleSettingName, LifecycleSetting>>;

const settingColumns = sql`name, stamp, content, changed_at AS "changedAt", changed_by AS "changedBy"`;

export async function lifecycleSettings(reader: Reader): Promise<Settings> {
  return toSettings(
    await reader.rows<LifecycleSettingRow>(sql`SELECT ${settingColumns} FROM lifecycle_setting`),
  );
}

/** Nobody else writes a device until the transaction ends, so that none keeps days by rules that are gone. */
export async function lockLifecycleSettings(tx: Writer): Promise<Settings> {
  await lockDeviceTerms(tx);
  return lifecycleSettings(tx);
}

function toSettings(rows: readonly LifecycleSettingRow[]): Settings {
  const of = (wanted: LifecycleSettingName): LifecycleSetting => {
    const row = rows.find(({ name }) => name === wanted);
    if (row === undefined) throw new Error(`The setting ${wanted} is not in the database`);
    const { stamp, content, changedAt, changedBy } = row;
    return { stamp, content: orNull(content), changedAt: orNull(changedAt), changedBy: orNull(changedBy) };
  };
  return { "os-support": of("os-support"), "replacement-ages": of("replacement-ages") };
}

export function rulesOf(settings: Settings): LifecycleRules {
  return {
    table: parsed<OsTable>(settings["os-support"], shippedRules.table),
    ages: parsed<ReplacementAges>(settings["replacement-ages"], shippedRules.ages),
  };
}

/** What was parsed last: every device that is written asks for it again. */
const kept = new Map<string, unknown>();

function parsed<T>({ stamp, content }: LifecycleSetting, shipped: T): T {
  if (content === null) return shipped;
  const key = `${stamp} ${content.length}`;
  const known = kept.get(key);
  if (known !== undefined) return known as T;
  const value = JSON.parse(content) as T;
  if (kept.size >= 10) kept.clear();
  kept.set(key, value);
  return value;
}

export async function saveLifecycleSetting(
  tx: Writer,
  name: LifecycleSettingName,
  { stamp, content, changedAt, changedBy }: LifecycleSetting,
): Promise<void> {
  renewDeviceTerms(tx);
  await tx.run(sql`UPDATE lifecycle_setting SET stamp = ${stamp}, content = ${content ?? ""},
    changed_at = ${changedAt ?? ""}, changed_by = ${changedBy ?? ""} WHERE name = ${name}`);
}

const pieceSize = 2_000;
const updateSize = 200;

type KeptRead = Pick<
  DeviceRow,
  | "id"
  | "assetKey"
  | "os"
  | "osVersion"
  | "purchaseDate"
  | "warrantyEnd"
  | "osSupportEnd"
  | "osSupportLast"
  | "replaceOn"
> & { type: DeviceType };

/**
 * Keeps for every device what follows from other rules than those it was written under; versions stay, nobody changed
 * a device.
 * @returns how many devices have other days now
 */
export async function restateDevices(tx: Writer, rules: LifecycleRules): Promise<number> {
  let changed = 0;
  for (let after = ""; ; ) {
    const rows = await tx.rows<KeptRead>(sql`
      SELECT d.id, d.asset_key AS "assetKey", d.type, d.os, d.os_version AS "osVersion",
             d.purchase_date AS "purchaseDate", d.warranty_end AS "warrantyEnd",
             d.os_support_end AS "osSupportEnd", d.os_support_last AS "osSupportLast", d.replace_on AS "replaceOn"
        FROM device d WHERE d.asset_key > ${after} ORDER BY d.asset_key LIMIT ${pieceSize}`);
    const others = rows.flatMap((row) => otherDays(rules, row));
    for (let at = 0; at < others.length; at += updateSize) {
      const values = others.slice(at, at + updateSize).map((each) => sql`(${join(each)})`);
      changed += await tx.run(sql`UPDATE device SET os_support_end = v.column2, os_support_last = v.column3,
        replace_on = v.column4 FROM (VALUES ${join(values)}) AS v WHERE device.id = v.column1`);
    }
    const last = rows.at(-1);
    if (rows.length < pieceSize || !last) return changed;
    after = last.assetKey;
    await breathe();
  }
}

function otherDays(rules: LifecycleRules, row: KeptRead): [string, string, string, string][] {
  const { osSupportEnd, osSupportLast, replaceOn } = keptDays(rules, {
    type: row.type,
    os: orNull(row.os),
    osVersion: orNull(row.osVersion),
    purchaseDate: orNull(row.purchaseDate),
    warrantyEnd: orNull(row.warrantyEnd),
  });
  const same =
    osSupportEnd === row.osSupportEnd && osSupportLast === row.osSupportLast && replaceOn === row.replaceOn;
  return same ? [] : [[row.id, osSupportEnd, osSupportLast, replaceOn]];
}
