import { z } from "zod";
import { deviceTypes } from "../domain/device";
import { stockTakeStates } from "../domain/stock-take/stock-take";
import { itemSources, itemStates } from "../domain/stock-take/stock-take-item";
import { endpoint, idParams } from "./endpoint";
import { historyEndpoint } from "./history-contract";
import { id, instant, instantOut, line, listQuery, optionalLine, pageOf } from "./wire";

const counts = z.object({
  pending: z.number().int(),
  found: z.number().int(),
  missing: z.number().int(),
  unexpected: z.number().int(),
});
export type CountsAnswer = z.output<typeof counts>;

const stockTake = z.object({
  id,
  title: z.string(),
  teamIds: z.array(z.string()),
  includeBelow: z.boolean(),
  state: z.enum(stockTakeStates),
  checkInId: z.string().nullable(),
  startedBy: z.string(),
  startedByName: z.string().nullable(),
  startedAt: instantOut,
  closedBy: z.string().nullable(),
  closedByName: z.string().nullable(),
  closedAt: instantOut.nullable(),
  /** Of the items in the caller's scope. */
  counts,
  teams: z.array(counts.extend({ teamId: z.string().nullable(), teamName: z.string().nullable() })),
});
export type StockTakeAnswer = z.output<typeof stockTake>;

const item = z.object({
  id,
  deviceId: z.string().nullable(),
  assetTag: z.string(),
  serial: z.string().nullable(),
  type: z.enum(deviceTypes).nullable(),
  model: z.string().nullable(),
  teamId: z.string().nullable(),
  teamName: z.string().nullable(),
  holderId: z.string().nullable(),
  holderName: z.string().nullable(),
  state: z.enum(itemStates),
  source: z.enum(itemSources).nullable(),
  note: z.string().nullable(),
  recordedBy: z.string().nullable(),
  recordedByName: z.string().nullable(),
  recordedAt: instantOut.nullable(),
  etag: z.string(),
});
export type StockTakeItemAnswer = z.output<typeof item>;

export const listStockTakes = endpoint({
  method: "GET",
  path: "/api/stock-takes",
  summary: "Stock-takes that have items in the caller's scope, newest first",
  query: listQuery(["startedAt"], { state: z.enum(stockTakeStates).optional() }, "-startedAt"),
  response: pageOf(stockTake),
});

export const getStockTake = endpoint({
  method: "GET",
  path: "/api/stock-takes/{id}",
  summary: "One stock-take with its counts by team",
  params: idParams,
  response: stockTake,
});

export const startStockTake = endpoint({
  method: "POST",
  path: "/api/stock-takes",
  summary: "Write down what the register has in these teams, and ask the holders whether they have it",
  body: z.strictObject({
    title: line(200),
    teamIds: z.array(id).min(1).max(500),
    includeBelow: z.boolean().default(false),
    /** Left out, nobody is asked and everything is entered by hand. */
    ask: z
      .strictObject({ closesAt: instant, reminders: z.number().int().min(0).max(2).default(0) })
      .optional(),
  }),
  response: stockTake,
  status: 201,
});

export const closeStockTake = endpoint({
  method: "POST",
  path: "/api/stock-takes/{id}/close",
  summary: "Take no more; what is missing becomes a report for IT",
  params: idParams,
  body: z.strictObject({ reason: optionalLine(500) }).optional(),
  response: stockTake,
});

const itemFilters = { state: z.enum(itemStates).optional(), team: id.optional() };

export const listStockTakeItems = endpoint({
  method: "GET",
  path: "/api/stock-takes/{id}/items",
  summary: "What was expected and what turned up, by asset tag",
  params: idParams,
  query: listQuery(["assetTag"], itemFilters),
  response: pageOf(item),
});

const itemParams = z.strictObject({ id, itemId: id });

export const markStockTakeItem = endpoint({
  method: "PATCH",
  path: "/api/stock-takes/{id}/items/{itemId}",
  summary: "Say that a device was found or is missing, or take that back",
  params: itemParams,
  body: z.strictObject({ state: z.enum(["pending", "found", "missing"]), note: optionalLine(500) }),
  response: item,
  ifMatch: true,
});

export const removeStockTakeItem = endpoint({
  method: "DELETE",
  path: "/api/stock-takes/{id}/items/{itemId}",
  summary: "Take away something unexpected that was entered by mistake",
  params: itemParams,
  response: z.undefined(),
  status: 204,
});

export const scanStockTake = endpoint({
  method: "POST",
  path: "/api/stock-takes/{id}/scans",
  summary: "An asset tag or serial that was read off a thing: found when it was expected, else unexpected",
  params: idParams,
  body: z.strictObject({ code: line(200), team: id.nullable().optional(), note: optionalLine(500) }),
  response: z.object({ outcome: z.enum(["found", "unexpected", "already"]), item }),
});
export type ScanAnswer = z.output<typeof scanStockTake.response>;

export const getStockTakeHistory = historyEndpoint(
  "/api/stock-takes/{id}/history",
  "What was done in a stock-take, newest first",
);

export const exportStockTake = endpoint({
  method: "GET",
  path: "/api/exports/stock-takes/{id}/items.csv",
  summary: "The items of a stock-take in the caller's scope as CSV",
  params: idParams,
  response: z.string(),
  media: "text/csv",
});
