import { EntitySchema } from "typeorm";
import { integer, key, requiredText, text } from "./columns";

export interface StockTakeRow {
  id: string;
  title: string;
  /** JSON. */
  teamIds: string;
  includeBelow: number;
  state: string;
  checkInId: string;
  startedBy: string;
  startedAt: string;
  closedBy: string;
  closedAt: string;
  version: number;
}

export const stockTakeEntity = new EntitySchema<StockTakeRow>({
  name: "stock_take",
  tableName: "stock_take",
  columns: {
    id: key("id"),
    title: requiredText("title"),
    teamIds: requiredText("team_ids"),
    includeBelow: integer("include_below"),
    state: requiredText("state"),
    checkInId: text("check_in_id"),
    startedBy: requiredText("started_by"),
    startedAt: requiredText("started_at"),
    closedBy: text("closed_by"),
    closedAt: text("closed_at"),
    version: integer("version"),
  },
  indices: [
    { name: "stock_take_started", columns: ["startedAt", "id"] },
    { name: "stock_take_state", columns: ["state", "id"] },
  ],
});

export interface StockTakeItemRow {
  id: string;
  stockTakeId: string;
  /** The device, or the code that was read: each is there once, however many people come upon it. */
  itemKey: string;
  deviceId: string;
  assetTag: string;
  assetKey: string;
  serial: string;
  serialKey: string;
  type: string;
  model: string;
  teamId: string;
  holderId: string;
  state: string;
  source: string;
  note: string;
  recordedBy: string;
  recordedAt: string;
  version: number;
}

export const stockTakeItemEntity = new EntitySchema<StockTakeItemRow>({
  name: "stock_take_item",
  tableName: "stock_take_item",
  columns: {
    id: key("id"),
    stockTakeId: requiredText("stock_take_id"),
    itemKey: requiredText("item_key"),
    deviceId: text("device_id"),
    assetTag: requiredText("asset_tag"),
    assetKey: requiredText("asset_key"),
    serial: text("serial"),
    serialKey: text("serial_key"),
    type: text("type"),
    model: text("model"),
    teamId: text("team_id"),
    holderId: text("holder_id"),
    state: requiredText("state"),
    source: text("source"),
    note: text("note"),
    recordedBy: text("recorded_by"),
    recordedAt: text("recorded_at"),
    version: integer("version"),
  },
  indices: [
    { name: "stock_take_item_key", columns: ["stockTakeId", "itemKey"], unique: true },
    { name: "stock_take_item_asset", columns: ["stockTakeId", "assetKey", "id"] },
    { name: "stock_take_item_team", columns: ["stockTakeId", "teamId", "state"] },
    { name: "stock_take_item_device", columns: ["deviceId"] },
    { name: "stock_take_item_holder", columns: ["holderId"] },
  ],
});
