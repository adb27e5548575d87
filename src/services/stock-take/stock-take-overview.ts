import type { Reader } from "../../database/gateway";
import {
  findItem,
  type ItemFilter,
  type ItemView,
  itemPage,
} from "../../database/stores/stock-take-item-store";
import {
  countItems,
  findStockTake,
  type StockTakeView,
  stockTakePage,
  type TeamCounts,
} from "../../database/stores/stock-take-store";
import type { Page, PageRequest } from "../../domain/page";
import type { Caller } from "../../domain/permission";
import type { StockTakeState } from "../../domain/stock-take/stock-take";
import { type ItemCounts, itemStates, noItems } from "../../domain/stock-take/stock-take-item";
import { present } from "../device-overview";
import { type HistoryRequest, type RecordHistory, recordHistory } from "../record-history";
import type { ServiceContext } from "../service-context";

export interface CountedStockTake extends StockTakeView {
  /** As far as the caller's scope reaches. */
  readonly counts: ItemCounts;
  readonly teams: readonly TeamCounts[];
}

export function listStockTakes(
  context: ServiceContext,
  caller: Caller,
  filter: { readonly state?: StockTakeState | undefined; readonly search?: string | undefined },
  page: PageRequest<"startedAt">,
): Promise<Page<CountedStockTake>> {
  return context.gateway.read(async (reader) => {
    const found = await stockTakePage(reader, caller.scope, filter, page);
    return { ...found, items: await counted(reader, caller, found.items) };
  });
}

/** @throws Refusal not-found */
export function getStockTake(context: ServiceContext, caller: Caller, id: string): Promise<CountedStockTake> {
  return context.gateway.read((reader) => stockTakeWithin(reader, caller, id));
}

/** For answers of changes, inside their transaction. @throws Refusal not-found */
export async function stockTakeWithin(reader: Reader, caller: Caller, id: string): Promise<CountedStockTake> {
  const [one] = await counted(reader, caller, [await present(findStockTake(reader, id, caller.scope))]);
  return present(Promise.resolve(one ?? null));
}

/** In the order of the asset tags. @throws Refusal not-found */
export function listItems(
  context: ServiceContext,
  caller: Caller,
  id: string,
  filter: ItemFilter,
  page: PageRequest<"assetTag">,
): Promise<Page<ItemView>> {
  return context.gateway.read(async (reader) => {
    await present(findStockTake(reader, id, caller.scope));
    return itemPage(reader, caller.scope, id, filter, page);
  });
}

/** @throws Refusal not-found */
export function itemWithin(
  reader: Reader,
  caller: Caller,
  stockTakeId: string,
  id: string,
): Promise<ItemView> {
  return present(findItem(reader, stockTakeId, id, caller.scope));
}

/** @throws Refusal not-found */
export function stockTakeHistory(
  context: ServiceContext,
  caller: Caller,
  id: string,
  page: HistoryRequest,
): Promise<RecordHistory> {
  return context.gateway.read(async (reader) => {
    await present(findStockTake(reader, id, caller.scope));
    return recordHistory(reader, caller.scope, { kind: "stock-take", id }, page);
  });
}

async function counted(
  reader: Reader,
  caller: Caller,
  stockTakes: readonly StockTakeView[],
): Promise<CountedStockTake[]> {
  const teams = await countItems(
    reader,
    caller.scope,
    stockTakes.map(({ id }) => id),
  );
  return stockTakes.map((stockTake) => {
    const own = teams.get(stockTake.id) ?? [];
    return { ...stockTake, counts: sumOf(own), teams: own };
  });
}

function sumOf(teams: readonly ItemCounts[]): ItemCounts {
  const sum = noItems();
  for (const team of teams) for (const state of itemStates) sum[state] += team[state];
  return sum;
}
