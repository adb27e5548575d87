import { type ItemView, itemPage } from "../../database/stores/stock-take-item-store";
import { findStockTake } from "../../database/stores/stock-take-store";
import { type ExportColumn, field } from "../../domain/export/export-columns";
import type { Caller } from "../../domain/permission";
import { present } from "../device-overview";
import { type ExportTable, pieceSize, tableFrom } from "../export/export-table";
import type { ServiceContext } from "../service-context";

const columns: readonly ExportColumn<ItemView>[] = [
  field("assetTag"),
  field("serial"),
  field("type"),
  field("model"),
  field("teamName"),
  field("holderName"),
  field("state"),
  field("source"),
  field("note"),
  field("recordedByName"),
  field("recordedAt"),
];

/** What was found, missing and unexpected, for a spreadsheet. @throws Refusal not-found */
export async function exportStockTake(
  context: ServiceContext,
  caller: Caller,
  id: string,
): Promise<ExportTable> {
  await context.gateway.read((reader) => present(findStockTake(reader, id, caller.scope)));
  return tableFrom("stock-take", columns, async (after) => {
    const page = { limit: pieceSize, sort: "assetTag", descending: false, after } as const;
    const found = await context.gateway.read((reader) => itemPage(reader, caller.scope, id, {}, page));
    return { rows: found.items, next: found.next };
  });
}
