import { EntitySchema } from "typeorm";
import { integer, key, requiredText, sequence, text } from "./columns";

export interface DeviceRow {
  seq?: number;
  id: string;
  assetTag: string;
  assetKey: string;
  serial: string;
  serialKey: string;
  type: string;
  manufacturer: string;
  model: string;
  modelKey: string;
  os: string;
  osVersion: string;
  status: string;
  label: string;
  teamId: string;
  assigneeId: string;
  acceptance: string;
  purchaseDate: string;
  warrantyEnd: string;
  costAmount: string;
  costCurrency: string;
  notes: string;
  disposedOn: string;
  disposalMethod: string;
  disposalReference: string;
  source: string;
  lastConfirmedAt: string;
  lastSeenAt: string;
  searchText: string;
  /** `none` for what runs no system; the last two columns are days, or '' where nothing is known. */
  osSupportEnd: string;
  osSupportLast: string;
  replaceOn: string;
  version: number;
}

/** Every sort that the screen offers has an index that ends in (value, asset key), with and without the team first. */
export const deviceEntity = new EntitySchema<DeviceRow>({
  name: "device",
  tableName: "device",
  columns: {
    seq: sequence("seq"),
    id: requiredText("id"),
    assetTag: requiredText("asset_tag"),
    assetKey: requiredText("asset_key"),
    serial: text("serial"),
    serialKey: text("serial_key"),
    type: requiredText("type"),
    manufacturer: text("manufacturer"),
    model: text("model"),
    modelKey: text("model_key"),
    os: text("os"),
    osVersion: text("os_version"),
    status: requiredText("status"),
    label: requiredText("label"),
    teamId: text("team_id"),
    assigneeId: text("assignee_id"),
    acceptance: text("acceptance"),
    purchaseDate: text("purchase_date"),
    warrantyEnd: text("warranty_end"),
    costAmount: text("cost_amount"),
    costCurrency: text("cost_currency"),
    notes: text("notes"),
    disposedOn: text("disposed_on"),
    disposalMethod: text("disposal_method"),
    disposalReference: text("disposal_reference"),
    source: requiredText("source"),
    lastConfirmedAt: text("last_confirmed_at"),
    lastSeenAt: text("last_seen_at"),
    searchText: text("search_text"),
    osSupportEnd: text("os_support_end"),
    osSupportLast: text("os_support_last"),
    replaceOn: text("replace_on"),
    version: integer("version"),
  },
  indices: [
    { name: "device_id", columns: ["id"], unique: true },
    { name: "device_asset", columns: ["assetKey"], unique: true },
    { name: "device_serial", columns: ["serialKey"] },
    { name: "device_assignee", columns: ["assigneeId", "assetKey"] },
    { name: "device_team_asset", columns: ["teamId", "assetKey"] },
    { name: "device_team_status_asset", columns: ["teamId", "status", "assetKey"] },
    { name: "device_status_asset", columns: ["status", "assetKey"] },
    { name: "device_type_asset", columns: ["type", "assetKey"] },
    { name: "device_model_asset", columns: ["modelKey", "assetKey"] },
    { name: "device_warranty_asset", columns: ["warrantyEnd", "assetKey"] },
    // Only of who was asked: a query has to say so too, or no engine takes it.
    { name: "device_acceptance_asset", columns: ["acceptance", "assetKey"], where: "acceptance <> ''" },
    { name: "device_confirmed_asset", columns: ["lastConfirmedAt", "assetKey"] },
    { name: "device_os_support_asset", columns: ["osSupportLast", "assetKey"] },
    { name: "device_label_asset", columns: ["label", "assetKey"] },
    { name: "device_replace_asset", columns: ["replaceOn", "assetKey"] },
    {
      name: "device_glance",
      columns: ["teamId", "status", "type", "osSupportEnd", "osSupportLast", "replaceOn", "purchaseDate"],
    },
    // PostgreSQL alone has it (SQLite searches an FTS table), and no schema builder can express its operator class.
    { name: "device_search", columns: ["searchText"], synchronize: false },
  ],
});

/** Kept totals: changed in the same transaction as the device, so that no list has to count. */
export interface DeviceCountRow {
  teamId: string;
  status: string;
  type: string;
  count: number;
}

export const deviceCountEntity = new EntitySchema<DeviceCountRow>({
  name: "device_count",
  tableName: "device_count",
  columns: {
    teamId: key("team_id"),
    status: key("status"),
    type: key("type"),
    count: integer("count"),
  },
});

export interface DeviceProblemRow {
  id: string;
  kind: string;
  deviceId: string;
  personId: string;
  deliveryId: string;
  text: string;
  raisedAt: string;
  resolvedAt: string;
  resolvedBy: string;
  state: string;
  ownerId: string;
  reason: string;
  version: number;
}

export const deviceProblemEntity = new EntitySchema<DeviceProblemRow>({
  name: "device_problem",
  tableName: "device_problem",
  columns: {
    id: key("id"),
    kind: requiredText("kind"),
    deviceId: text("device_id"),
    personId: requiredText("person_id"),
    deliveryId: text("delivery_id"),
    text: text("text"),
    raisedAt: requiredText("raised_at"),
    resolvedAt: text("resolved_at"),
    resolvedBy: text("resolved_by"),
    state: text("state"),
    ownerId: text("owner_id"),
    reason: text("reason"),
    version: integer("version"),
  },
  indices: [
    { name: "device_problem_device", columns: ["deviceId", "resolvedAt"] },
    { name: "device_problem_raised", columns: ["raisedAt", "id"] },
    { name: "device_problem_delivery", columns: ["deliveryId"] },
    { name: "device_problem_state", columns: ["state", "raisedAt", "id"] },
    { name: "device_problem_person", columns: ["personId", "raisedAt", "id"] },
  ],
});
