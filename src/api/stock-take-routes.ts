import {
  closeStockTake,
  exportStockTake,
  getStockTake,
  getStockTakeHistory,
  listStockTakeItems,
  listStockTakes,
  markStockTakeItem,
  removeStockTakeItem,
  scanStockTake,
  startStockTake,
} from "../contracts/stock-take-contract";
import { toInstant } from "../domain/instant";
import { csvOf } from "../services/export/csv-writer";
import type { ServiceContext } from "../services/service-context";
import * as files from "../services/stock-take/stock-take-export";
import * as overview from "../services/stock-take/stock-take-overview";
import * as entries from "../services/stock-take/stock-take-record";
import * as stockTakes from "../services/stock-take/stock-take-service";
import { pageAnswer, pageRequest } from "./cursor";
import { withEtag } from "./etag";
import { FileAnswer } from "./file-answer";
import { handle, handleFile, type Route } from "./handle";
import { historyAnswer } from "./history-answer";

export function stockTakeRoutes(context: ServiceContext): Route[] {
  return [...readingRoutes(context), ...changingRoutes(context)];
}

function readingRoutes(context: ServiceContext): Route[] {
  return [
    handle(listStockTakes, "stock-take.read", async ({ query }, { caller }) => {
      const filter = { state: query.state, search: query.q };
      const page = await overview.listStockTakes(context, caller, filter, pageRequest<"startedAt">(query));
      return pageAnswer(page, query.sort, (stockTake) => stockTake);
    }),
    handle(getStockTake, "stock-take.read", async ({ params }, { caller }) =>
      overview.getStockTake(context, caller, params.id),
    ),
    handle(listStockTakeItems, "stock-take.read", async ({ params, query }, { caller }) => {
      const filter = { state: query.state, teamId: query.team, search: query.q };
      const asked = pageRequest<"assetTag">(query);
      return pageAnswer(
        await overview.listItems(context, caller, params.id, filter, asked),
        query.sort,
        withEtag,
      );
    }),
    handle(getStockTakeHistory, "stock-take.history", async ({ params, query }, { caller }) =>
      historyAnswer(query, (page) => overview.stockTakeHistory(context, caller, params.id, page)),
    ),
    handleFile(exportStockTake, "stock-take.read", async ({ params }, { caller }) => {
      const table = await files.exportStockTake(context, caller, params.id);
      const day = toInstant(context.clock.now()).slice(0, 10);
      return new FileAnswer("text/csv; charset=utf-8", `toolroll-stock-take-${day}.csv`, csvOf(table));
    }),
  ];
}

function changingRoutes(context: ServiceContext): Route[] {
  return [
    handle(startStockTake, "stock-take.change", async ({ body }, { caller }) =>
      stockTakes.startStockTake(context, caller, { ...body, ask: body.ask ?? null }),
    ),
    handle(closeStockTake, "stock-take.change", async ({ params, body }, { caller }) =>
      stockTakes.closeStockTake(context, caller, params.id, body?.reason ?? null),
    ),
    handle(markStockTakeItem, "stock-take.change", async ({ params, body }, { caller, version }) => {
      const { id: stockTakeId, itemId: id } = params;
      const said = { stockTakeId, id, version, state: body.state, note: body.note ?? null };
      return withEtag(await entries.markItem(context, caller, said));
    }),
    handle(removeStockTakeItem, "stock-take.change", async ({ params }, { caller }) => {
      await entries.removeItem(context, caller, { stockTakeId: params.id, id: params.itemId });
      return undefined;
    }),
    handle(scanStockTake, "stock-take.change", async ({ params, body }, { caller }) => {
      const { code, team = null, note = null } = body;
      const read = { stockTakeId: params.id, code, teamId: team, note };
      const { outcome, item } = await entries.scan(context, caller, read);
      return { outcome, item: withEtag(item) };
    }),
  ];
}
