import { createHash } from "node:crypto";
import type { Reader, Writer } from "../database/gateway";
import { recordEvents } from "../database/stores/audit-store";
import {
  type LifecycleSetting,
  type LifecycleSettingName,
  lifecycleSettings,
  lockLifecycleSettings,
  restateDevices,
  rulesOf,
  saveLifecycleSetting,
} from "../database/stores/lifecycle-store";
import { peopleByIds } from "../database/stores/person-store";
import type { FieldChange } from "../domain/audit-event";
import { type DeviceType, deviceTypes } from "../domain/device";
import { type Instant, toInstant } from "../domain/instant";
import { type LifecycleRules, shippedRules } from "../domain/lifecycle/lifecycle";
import { checkTable, type OsTable, tableChange } from "../domain/lifecycle/os-release";
import { checkAges, type ReplacementAges } from "../domain/lifecycle/replacement";
import type { Caller } from "../domain/permission";
import type { ServiceContext } from "./service-context";

interface Changed {
  readonly own: boolean;
  readonly changedAt: Instant | null;
  readonly changedByName: string | null;
}

export type OsSupportTable = OsTable & Changed;
export interface AgesTable extends Changed {
  readonly ages: ReplacementAges;
}

/** How many devices have another day by rules that have just changed. */
interface Restated {
  readonly devices: number;
}

export function getOsSupport({ gateway }: ServiceContext): Promise<OsSupportTable> {
  return gateway.read(async (reader) => {
    const settings = await lifecycleSettings(reader);
    return { ...rulesOf(settings).table, ...(await changedOf(reader, settings["os-support"])) };
  });
}

/** @throws Refusal invalid `os-table-invalid` naming each line */
export function replaceOsSupport(
  context: ServiceContext,
  caller: Caller,
  wanted: OsTable,
  reason: string | null,
): Promise<OsSupportTable & Restated> {
  const table = checkTable(wanted);
  return saveTable(context, caller, table, "os-support.replaced", reason);
}

/** Back to the table that comes with the product. */
export function resetOsSupport(context: ServiceContext, caller: Caller): Promise<OsSupportTable & Restated> {
  return saveTable(context, caller, null, "os-support.reset", null);
}

export function getReplacementAges({ gateway }: ServiceContext): Promise<AgesTable> {
  return gateway.read(async (reader) => {
    const settings = await lifecycleSettings(reader);
    return { ages: rulesOf(settings).ages, ...(await changedOf(reader, settings["replacement-ages"])) };
  });
}

/** @throws Refusal invalid `replacement-age-out-of-range` naming each type */
export function changeReplacementAges(
  context: ServiceContext,
  caller: Caller,
  wanted: ReadonlyMap<DeviceType, number>,
  reason: string | null,
): Promise<AgesTable & Restated> {
  return context.gateway.write(async (tx) => {
    const settings = await lockLifecycleSettings(tx);
    const before = rulesOf(settings);
    const ages = checkAges({ ...before.ages, ...Object.fromEntries(wanted) });
    const changes = deviceTypes.flatMap((field) =>
      before.ages[field] === ages[field] ? [] : [{ field, from: before.ages[field], to: ages[field] }],
    );
    const current = settings["replacement-ages"];
    if (changes.length === 0) return { ages, ...(await changedOf(tx, current)), devices: 0 };
    const setting = newSetting(context, caller, JSON.stringify(ages));
    await saveLifecycleSetting(tx, "replacement-ages", setting);
    await tell(context, tx, caller, "replacement-ages", "replacement-ages.changed", changes, reason);
    const devices = await restateDevices(tx, { ...before, ages });
    return { ages, ...(await changedOf(tx, setting)), devices };
  });
}

/**
 * A version of the product that ships with another table or other ages than the one before looks at every device once.
 * Of several replicas one does it.
 */
export async function applyShippedRules(context: ServiceContext): Promise<void> {
  const stale = (settings: Awaited<ReturnType<typeof lifecycleSettings>>) =>
    (["os-support", "replacement-ages"] as const).filter((name) => {
      const { content, stamp } = settings[name];
      return content === null && stamp !== shippedStamp(name);
    });
  if (stale(await context.gateway.read(lifecycleSettings)).length === 0) return;
  await context.gateway.write(async (tx) => {
    const settings = await lockLifecycleSettings(tx);
    const names = stale(settings);
    for (const name of names) {
      await saveLifecycleSetting(tx, name, { ...settings[name], stamp: shippedStamp(name) });
    }
    if (names.length > 0) await restateDevices(tx, rulesOf(settings));
  });
}

function saveTable(
  context: ServiceContext,
  caller: Caller,
  table: OsTable | null,
  action: string,
  reason: string | null,
): Promise<OsSupportTable & Restated> {
  return context.gateway.write(async (tx) => {
    const settings = await lockLifecycleSettings(tx);
    const before = rulesOf(settings);
    const rules: LifecycleRules = { ...before, table: table ?? shippedRules.table };
    const content = table === null ? null : JSON.stringify(table);
    if (content === settings["os-support"].content) {
      return { ...rules.table, ...(await changedOf(tx, settings["os-support"])), devices: 0 };
    }
    const setting = newSetting(context, caller, content);
    await saveLifecycleSetting(tx, "os-support", setting);
    const devices = await restateDevices(tx, rules);
    const changes = [tableChange(before.table, rules.table), { field: "devices", from: null, to: devices }];
    await tell(context, tx, caller, "os-support", action, changes, reason);
    return { ...rules.table, ...(await changedOf(tx, setting)), devices };
  });
}

function newSetting(context: ServiceContext, caller: Caller, content: string | null): LifecycleSetting {
  const changed = { changedAt: toInstant(context.clock.now()), changedBy: caller.person.id };
  return { content, stamp: content === null ? shippedStamp("os-support") : context.newId(), ...changed };
}

function shippedStamp(name: LifecycleSettingName): string {
  const shipped = name === "os-support" ? shippedRules.table : shippedRules.ages;
  return `shipped-${createHash("sha256").update(JSON.stringify(shipped)).digest("hex").slice(0, 16)}`;
}

async function changedOf(
  reader: Reader,
  { content, changedAt, changedBy }: LifecycleSetting,
): Promise<Changed> {
  const people = changedBy === null ? null : await peopleByIds(reader, [changedBy]);
  const changedByName = people?.get(changedBy ?? "")?.name ?? null;
  return { own: content !== null, changedAt, changedByName };
}

async function tell(
  context: ServiceContext,
  tx: Writer,
  caller: Caller,
  name: LifecycleSettingName,
  action: string,
  changes: readonly FieldChange[],
  reason: string | null,
): Promise<void> {
  const head = { id: context.newId(), at: toInstant(context.clock.now()), actorId: caller.person.id };
  const subject = { subjectKind: "setting", subjectId: name };
  await recordEvents(tx, [{ ...head, ...subject, door: "tab", action, changes, reason }]);
}
