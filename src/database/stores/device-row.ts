import sql from "sql-template-tag";
import {
  type Device,
  type DeviceSource,
  type DeviceStatus,
  type DeviceType,
  type DeviceView,
  searchText,
} from "../../domain/device";
import { matchKey, serialKey } from "../../domain/match-key";
import type { Money } from "../../domain/money";
import { orEmpty } from "../entities/columns";
import type { DeviceRow } from "../entities/device-entities";

/** The columns of an answer, in its order; '' becomes NULL here, once, in the engine. */
export const viewColumns = sql`d.id, d.asset_tag AS "assetTag", NULLIF(d.serial, '') AS serial, d.type,
  NULLIF(d.manufacturer, '') AS manufacturer, NULLIF(d.model, '') AS model, NULLIF(d.os, '') AS os,
  NULLIF(d.os_version, '') AS "osVersion", d.status, d.label, NULLIF(d.team_id, '') AS "teamId",
  t.name AS "teamName", NULLIF(d.assignee_id, '') AS "assigneeId", p.name AS "assigneeName",
  NULLIF(d.purchase_date, '') AS "purchaseDate", NULLIF(d.warranty_end, '') AS "warrantyEnd",
  NULLIF(d.cost_amount, '') AS "costAmount", d.cost_currency AS "costCurrency", NULLIF(d.notes, '') AS notes,
  d.source, NULLIF(d.last_confirmed_at, '') AS "lastConfirmedAt", NULLIF(d.last_seen_at, '') AS "lastSeenAt",
  d.version`;

export const viewJoins = sql`LEFT JOIN team t ON t.id = d.team_id LEFT JOIN person p ON p.id = d.assignee_id`;

/** A row as `viewColumns` gives it; it becomes a view in place, because lists are the hottest path there is. */
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
    purchaseDate: view.purchaseDate,
    warrantyEnd: view.warrantyEnd,
    cost: view.cost,
    notes: view.notes,
    source: view.source as DeviceSource,
    lastConfirmedAt: view.lastConfirmedAt,
    lastSeenAt: view.lastSeenAt,
    version: view.version,
  };
}

export function toRow(device: Device, assigneeName: string | null): DeviceRow {
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
    purchaseDate: orEmpty(device.purchaseDate),
    warrantyEnd: orEmpty(device.warrantyEnd),
    costAmount: device.cost?.amount ?? "",
    costCurrency: device.cost?.currency ?? "",
    notes: orEmpty(device.notes),
    source: device.source,
    lastConfirmedAt: orEmpty(device.lastConfirmedAt),
    lastSeenAt: orEmpty(device.lastSeenAt),
    searchText: searchText(device, assigneeName),
    version: device.version,
  };
}
