import sql, { join, type Sql } from "sql-template-tag";
import type { DeviceType } from "../../domain/device";
import { matchKey, serialKey } from "../../domain/match-key";
import type { Page, PageRequest } from "../../domain/page";
import type { Scope } from "../../domain/permission";
import type { ItemSource, ItemState, StockTakeItem } from "../../domain/stock-take/stock-take-item";
import { orEmpty, orNull } from "../entities/columns";
import { type StockTakeItemRow, stockTakeItemEntity } from "../entities/stock-take-entities";
import { firstRow, type Reader, type Writer } from "../gateway";
import { untilWritten } from "../row-lock";
import { inChunks } from "./chunks";
import { keysetPage } from "./keyset-page";
import { named } from "./name-search";
import { allOf, containing } from "./scope-sql";
import { itemsWithin } from "./stock-take-store";

/** An item with the names that its ids stand for. */
export interface ItemView extends StockTakeItem {
  readonly teamName: string | null;
  readonly holderName: string | null;
  readonly recordedByName: string | null;
}

interface Names {
  teamName: string | null;
  holderName: string | null;
  recordedByName: string | null;
}
type ItemRead = Omit<StockTakeItemRow, "itemKey" | "serialKey">;

const columns = sql`i.id, i.stock_take_id AS "stockTakeId", i.device_id AS "deviceId", i.asset_tag AS "assetTag",
  i.asset_key AS "assetKey", i.serial, i.type, i.model, i.team_id AS "teamId", i.holder_id AS "holderId", i.state,
  i.source, i.note, i.recorded_by AS "recordedBy", i.recorded_at AS "recordedAt", i.version`;
const viewed = sql`SELECT ${columns}, t.name AS "teamName", h.name AS "holderName", r.name AS "recordedByName"
  FROM stock_take_item i LEFT JOIN team t ON t.id = i.team_id LEFT JOIN person h ON h.id = i.holder_id
  LEFT JOIN person r ON r.id = i.recorded_by`;

export interface ItemFilter {
  readonly state?: ItemState | undefined;
  readonly teamId?: string | undefined;
  /** In asset tag, serial, model and the holder's name. */
  readonly search?: string | undefined;
}

export async function itemPage(
  reader: Reader,
  scope: Scope,
  stockTakeId: string,
  filter: ItemFilter,
  page: PageRequest<"assetTag">,
): Promise<Page<ItemView>> {
  const pattern = filter.search ? containing(matchKey(filter.search)) : null;
  const where = allOf([
    sql`i.stock_take_id = ${stockTakeId}`,
    itemsWithin(scope),
    filter.state === undefined ? null : sql`i.state = ${filter.state}`,
    filter.teamId === undefined ? null : sql`i.team_id = ${filter.teamId}`,
    pattern === null
      ? null
      : sql`(i.asset_key LIKE ${pattern} ESCAPE '\\' OR i.serial_key LIKE ${pattern} ESCAPE '\\'
         OR lower(i.model) LIKE ${pattern} ESCAPE '\\' OR ${named(reader, sql`h.name_key`, filter.search ?? "")})`,
  ]);
  const { items, ...rest } = await keysetPage<ItemRead & Names>(
    reader,
    {
      select: viewed,
      from: sql`stock_take_item i LEFT JOIN person h ON h.id = i.holder_id`,
      where,
      order: [sql`i.asset_key`, sql`i.id`],
      placeOf: ({ assetKey, id }) => [assetKey, id],
    },
    page,
  );
  return { ...rest, items: items.map(fromRow) };
}

export async function findItem(
  reader: Reader,
  stockTakeId: string,
  id: string,
  scope: Scope,
): Promise<ItemView | null> {
  const where = allOf([sql`i.stock_take_id = ${stockTakeId} AND i.id = ${id}`, itemsWithin(scope)]);
  const row = await firstRow<ItemRead & Names>(reader, sql`${viewed} WHERE ${where}`);
  return row && fromRow(row);
}

type Named = { readonly id: string } | { readonly deviceId: string } | { readonly code: string };

/** An item by its id, its device, or a code that no device has; as it is until this transaction ends. */
export async function lockItem(tx: Writer, stockTakeId: string, named: Named): Promise<StockTakeItem | null> {
  const row = await firstRow<ItemRead>(
    tx,
    sql`SELECT ${columns} FROM stock_take_item i WHERE i.stock_take_id = ${stockTakeId} AND ${isNamed(named)}
        ORDER BY i.id ${untilWritten(tx)}`,
  );
  return row && fromRow(row);
}

function isNamed(named: Named): Sql {
  if ("id" in named) return sql`i.id = ${named.id}`;
  if ("deviceId" in named) return sql`i.device_id = ${named.deviceId}`;
  return sql`i.device_id = '' AND i.asset_key = ${matchKey(named.code)}`;
}

/** Which of these devices a stock-take has an item of. */
export async function listedDevices(
  reader: Reader,
  stockTakeId: string,
  deviceIds: readonly string[],
): Promise<Set<string>> {
  if (deviceIds.length === 0) return new Set();
  const rows = await reader.rows<{ id: string }>(sql`SELECT i.device_id AS id FROM stock_take_item i
    WHERE i.stock_take_id = ${stockTakeId} AND i.device_id IN (${join(deviceIds)})`);
  return new Set(rows.map(({ id }) => id));
}

/** Items of open stock-takes for these devices. */
export async function lockItemsOfDevices(
  tx: Writer,
  stockTakeIds: readonly string[],
  deviceIds: readonly string[],
): Promise<StockTakeItem[]> {
  if (stockTakeIds.length === 0 || deviceIds.length === 0) return [];
  const rows = await tx.rows<ItemRead>(sql`SELECT ${columns} FROM stock_take_item i
    WHERE i.device_id IN (${join(deviceIds)}) AND i.stock_take_id IN (${join(stockTakeIds)})
    ORDER BY i.id ${untilWritten(tx)}`);
  return rows.map(fromRow);
}

export async function missingItems(reader: Reader, stockTakeId: string): Promise<StockTakeItem[]> {
  const rows = await reader.rows<ItemRead>(sql`SELECT ${columns} FROM stock_take_item i
    WHERE i.stock_take_id = ${stockTakeId} AND i.state = 'missing' ORDER BY i.asset_key, i.id`);
  return rows.map(fromRow);
}

export async function insertItems(tx: Writer, items: readonly StockTakeItem[]): Promise<void> {
  await inChunks(items, async (chunk) => {
    await tx.manager.insert(stockTakeItemEntity, chunk.map(toRow));
  });
}

/** False when somebody else came upon the same thing first. */
export async function insertOnce(tx: Writer, item: StockTakeItem): Promise<boolean> {
  const row = toRow(item);
  const inserted = await tx.run(sql`INSERT INTO stock_take_item
    (id, stock_take_id, item_key, device_id, asset_tag, asset_key, serial, serial_key, type, model, team_id, holder_id,
     state, source, note, recorded_by, recorded_at, version)
    VALUES (${row.id}, ${row.stockTakeId}, ${row.itemKey}, ${row.deviceId}, ${row.assetTag}, ${row.assetKey},
     ${row.serial}, ${row.serialKey}, ${row.type}, ${row.model}, ${row.teamId}, ${row.holderId}, ${row.state},
     ${row.source}, ${row.note}, ${row.recordedBy}, ${row.recordedAt}, ${row.version})
    ON CONFLICT (stock_take_id, item_key) DO NOTHING`);
  return inserted === 1;
}

/** @returns false when somebody else changed it meanwhile */
export async function updateItem(tx: Writer, item: StockTakeItem): Promise<boolean> {
  const { id, ...values } = toRow(item);
  const result = await tx.manager.update(stockTakeItemEntity, { id, version: item.version - 1 }, values);
  return result.affected === 1;
}

export async function deleteItem(tx: Writer, id: string): Promise<void> {
  await tx.run(sql`DELETE FROM stock_take_item WHERE id = ${id}`);
}

function fromRow<T extends ItemRead>(row: T) {
  const { assetKey: _, ...rest } = row;
  return {
    ...rest,
    deviceId: orNull(row.deviceId),
    serial: orNull(row.serial),
    type: orNull(row.type) as DeviceType | null,
    model: orNull(row.model),
    teamId: orNull(row.teamId),
    holderId: orNull(row.holderId),
    state: row.state as ItemState,
    source: orNull(row.source) as ItemSource | null,
    note: orNull(row.note),
    recordedBy: orNull(row.recordedBy),
    recordedAt: orNull(row.recordedAt),
  };
}

function toRow(item: StockTakeItem): StockTakeItemRow {
  const assetKey = matchKey(item.assetTag);
  return {
    id: item.id,
    stockTakeId: item.stockTakeId,
    itemKey: item.deviceId === null ? `code:${assetKey}` : `device:${item.deviceId}`,
    deviceId: orEmpty(item.deviceId),
    assetTag: item.assetTag,
    assetKey,
    serial: orEmpty(item.serial),
    serialKey: orEmpty(serialKey(item.serial)),
    type: orEmpty(item.type),
    model: orEmpty(item.model),
    teamId: orEmpty(item.teamId),
    holderId: orEmpty(item.holderId),
    state: item.state,
    source: orEmpty(item.source),
    note: orEmpty(item.note),
    recordedBy: orEmpty(item.recordedBy),
    recordedAt: orEmpty(item.recordedAt),
    version: item.version,
  };
}
