import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Acceptance } from "../../domain/acceptance";
import type { Device, DeviceSource, DeviceStatus, DeviceType } from "../../domain/device";
import { searchText } from "../../domain/device-search";
import type { DeviceView } from "../../domain/device-view";
import type { DisposalMethod } from "../../domain/disposal-method";
import type { Day } from "../../domain/instant";
import { supportDays } from "../../domain/lifecycle/os-support";
import { matchKey, serialKey } from "../../domain/match-key";
import type { Money } from "../../domain/money";
import { orEmpty } from "../entities/columns";
import type { DeviceRow } from "../entities/device-entities";
import type { Reader } from "../gateway";
import { type KeptDays, osSupportCase, replacementCase } from "./device-lifecycle";

/** The fields of a view in the order of an answer; '' becomes NULL here, once, in the engine. Cost is its two columns. */
const viewFields = [
  ["id", "d.id"],
  ["assetTag", "d.asset_tag"],
  ["serial", "NULLIF(d.serial, '')"],
  ["type", "d.type"],
  ["manufacturer", "NULLIF(d.manufacturer, '')"],
  ["model", "NULLIF(d.model, '')"],
  ["os", "NULLIF(d.os, '')"],
  ["osVersion", "NULLIF(d.os_version, '')"],
  ["osSupport", null],
  ["osSupportEnd", "NULLIF(NULLIF(d.os_support_end, ''), 'none')"],
  ["osSupportLast", "NULLIF(NULLIF(d.os_support_last, ''), 'none')"],
  ["status", "d.status"],
  ["label", "d.label"],
  ["teamId", "NULLIF(d.team_id, '')"],
  ["teamName", "t.name"],
  ["assigneeId", "NULLIF(d.assignee_id, '')"],
  ["assigneeName", "p.name"],
  ["acceptance", "NULLIF(d.acceptance, '')"],
  ["purchaseDate", "NULLIF(d.purchase_date, '')"],
  ["warrantyEnd", "NULLIF(d.warranty_end, '')"],
  ["replacement", null],
  ["replaceOn", "NULLIF(d.replace_on, '')"],
  ["cost", null],
  ["notes", "NULLIF(d.notes, '')"],
  ["disposedOn", "NULLIF(d.disposed_on, '')"],
  ["disposalMethod", "NULLIF(d.disposal_method, '')"],
  ["disposalReference", "NULLIF(d.disposal_reference, '')"],
  ["source", "d.source"],
  ["lastConfirmedAt", "NULLIF(d.last_confirmed_at, '')"],
  ["lastSeenAt", "NULLIF(d.last_seen_at, '')"],
  ["etag", null],
] as const;

/** Fields that take more than a column. */
type MadeField = Extract<(typeof viewFields)[number], readonly [string, null]>[0];

export const viewColumns = raw(
  [
    ...viewFields.flatMap(([name, column]) => (column === null ? [] : `${column} AS "${name}"`)),
    `NULLIF(d.cost_amount, '') AS "costAmount"`,
    `d.cost_currency AS "costCurrency"`,
    "d.version",
  ].join(", "),
);

/** What `viewJson` holds. */
export const viewJsonFields: readonly string[] = viewFields.map(([name]) => name);

/**
 * A view as JSON text with what its days mean at `now`, for lists: building 50 rows as objects and encoding them again
 * took three times as long as everything else that a page needs.
 */
export function viewJson({ engine }: Reader, now: Date): Sql {
  const { today, soon } = supportDays(now);
  const made = madeJson.get(engine);
  if (made?.today === today && made.soon === soon) return made.json;
  const json = makeViewJson(engine, now);
  madeJson.set(engine, { today, soon, json });
  return json;
}

/** To put the expression together takes longer than to read one device by it; it changes with the day alone. */
const madeJson = new Map<Reader["engine"], { today: Day; soon: Day; json: Sql }>();

function makeViewJson(engine: Reader["engine"], now: Date): Sql {
  const object = engine === "sqlite" ? "json_object" : "json_build_object";
  const made: Readonly<Record<MadeField, Sql>> = {
    osSupport: osSupportCase(now),
    replacement: replacementCase(now),
    cost: raw(
      `CASE WHEN d.cost_amount <> '' THEN ${object}('amount', d.cost_amount, 'currency', d.cost_currency) END`,
    ),
    etag: raw(`'"v' || d.version || '"'`),
  };
  const pairs = viewFields.map(([name, column]) =>
    column === null ? sql`${raw(`'${name}', `)}${made[name]}` : raw(`'${name}', ${column}`),
  );
  const json = sql`${raw(object)}(${join(pairs, ", ")})`;
  return engine === "sqlite" ? json : sql`${json}::text`;
}

export const viewJoins = raw(
  "LEFT JOIN team t ON t.id = d.team_id LEFT JOIN person p ON p.id = d.assignee_id",
);

/** A row as `viewColumns` gives it; it becomes a view in place. */
export interface DeviceRead {
  costAmount: string | null;
  costCurrency: string;
  cost?: Money | null;
}

export function toView(row: DeviceRead): DeviceView {
  row.cost = row.costAmount === null ? null : { amount: row.costAmount, currency: row.costCurrency };
  return row as unknown as DeviceView;
}

/** The record alone, without the names that a view adds. */
export function toDevice(view: DeviceView): Device {
  return {
    id: view.id,
    assetTag: view.assetTag,
    serial: view.serial,
    type: view.type as DeviceType,
    manufacturer: view.manufacturer,
    model: view.model,
    os: view.os,
    osVersion: view.osVersion,
    status: view.status as DeviceStatus,
    label: view.label,
    teamId: view.teamId,
    assigneeId: view.assigneeId,
    acceptance: view.acceptance as Acceptance | null,
    purchaseDate: view.purchaseDate,
    warrantyEnd: view.warrantyEnd,
    cost: view.cost,
    notes: view.notes,
    disposedOn: view.disposedOn,
    disposalMethod: view.disposalMethod as DisposalMethod | null,
    disposalReference: view.disposalReference,
    source: view.source as DeviceSource,
    lastConfirmedAt: view.lastConfirmedAt,
    lastSeenAt: view.lastSeenAt,
    version: view.version,
  };
}

export function toRow(device: Device, assigneeName: string | null, days: KeptDays): DeviceRow {
  return {
    id: device.id,
    assetTag: device.assetTag,
    assetKey: matchKey(device.assetTag),
    serial: orEmpty(device.serial),
    serialKey: orEmpty(serialKey(device.serial)),
    type: device.type,
    manufacturer: orEmpty(device.manufacturer),
    model: orEmpty(device.model),
    modelKey: matchKey(orEmpty(device.model)),
    os: orEmpty(device.os),
    osVersion: orEmpty(device.osVersion),
    status: device.status,
    label: device.label,
    teamId: orEmpty(device.teamId),
    assigneeId: orEmpty(device.assigneeId),
    acceptance: orEmpty(device.acceptance),
    purchaseDate: orEmpty(device.purchaseDate),
    warrantyEnd: orEmpty(device.warrantyEnd),
    costAmount: device.cost?.amount ?? "",
    costCurrency: device.cost?.currency ?? "",
    notes: orEmpty(device.notes),
    disposedOn: orEmpty(device.disposedOn),
    disposalMethod: orEmpty(device.disposalMethod),
    disposalReference: orEmpty(device.disposalReference),
    source: device.source,
    lastConfirmedAt: orEmpty(device.lastConfirmedAt),
    lastSeenAt: orEmpty(device.lastSeenAt),
    searchText: searchText(device, assigneeName),
    ...days,
    version: device.version,
  };
}
