import { z } from "zod";
import { acceptances } from "../domain/acceptance";
import { bulkVerdicts, mostTogether } from "../domain/bulk-change";
import { deviceSources, deviceStatuses, deviceTypes } from "../domain/device";
import { longestLabel } from "../domain/device-label";
import { deviceSorts, summaryDimensions } from "../domain/device-query";
import { longestReference } from "../domain/disposal";
import { disposalMethods } from "../domain/disposal-method";
import { osSupports } from "../domain/lifecycle/os-support";
import { replacements } from "../domain/lifecycle/replacement";
import { endpoint, idParams } from "./endpoint";
import { fieldChange, historyEndpoint } from "./history-contract";
import { day, id, instantOut, line, listQuery, money, optionalLine, pageOf } from "./wire";

const device = z.object({
  id,
  assetTag: z.string(),
  serial: z.string().nullable(),
  type: z.enum(deviceTypes),
  manufacturer: z.string().nullable(),
  model: z.string().nullable(),
  os: z.string().nullable(),
  osVersion: z.string().nullable(),
  osSupport: z.enum(osSupports),
  /** The first day on which the publisher may stop supporting it; `osSupportLast` is the last such day. */
  osSupportEnd: z.string().nullable(),
  osSupportLast: z.string().nullable(),
  status: z.enum(deviceStatuses),
  label: z.string(),
  teamId: z.string().nullable(),
  teamName: z.string().nullable(),
  assigneeId: z.string().nullable(),
  assigneeName: z.string().nullable(),
  acceptance: z.enum(acceptances).nullable(),
  purchaseDate: z.string().nullable(),
  warrantyEnd: z.string().nullable(),
  replacement: z.enum(replacements),
  replaceOn: z.string().nullable(),
  cost: z.object({ amount: z.string(), currency: z.string() }).nullable(),
  notes: z.string().nullable(),
  disposedOn: z.string().nullable(),
  disposalMethod: z.enum(disposalMethods).nullable(),
  disposalReference: z.string().nullable(),
  source: z.enum(deviceSources),
  lastConfirmedAt: instantOut.nullable(),
  lastSeenAt: instantOut.nullable(),
  etag: z.string(),
});
export type DeviceAnswer = z.output<typeof device>;

const deviceFilters = {
  team: id.optional(),
  /** With `team`: the teams below it as well. */
  below: z.stringbool().optional(),
  status: z.enum(deviceStatuses).optional(),
  type: z.enum(deviceTypes).optional(),
  label: line(longestLabel).optional(),
  assignee: id.optional(),
  acceptance: z.enum(acceptances).optional(),
  disposal: z.enum(disposalMethods).optional(),
  assetTag: z.string().max(200).optional(),
  serial: z.string().max(200).optional(),
  warrantyBefore: day.optional(),
  /** False leaves archived devices out. */
  archived: z.stringbool().optional(),
  osSupport: z.enum(osSupports).optional(),
  replacement: z.enum(replacements).optional(),
};

export const listDevices = endpoint({
  method: "GET",
  path: "/api/devices",
  summary: "Devices in the caller's scope",
  query: listQuery(deviceSorts, deviceFilters),
  response: pageOf(device),
});

export const getDevice = endpoint({
  method: "GET",
  path: "/api/devices/{id}",
  summary: "One device",
  params: idParams,
  response: device,
});

const settable = {
  serial: optionalLine(200),
  manufacturer: optionalLine(200),
  model: optionalLine(200),
  os: optionalLine(100),
  osVersion: optionalLine(100),
  teamId: id.nullable().optional(),
  assigneeId: id.nullable().optional(),
  purchaseDate: day.nullable().optional(),
  warrantyEnd: day.nullable().optional(),
  cost: money.nullable().optional(),
  notes: optionalLine(4000),
  status: z.enum(deviceStatuses).optional(),
  label: line(longestLabel).optional(),
};

export const createDevice = endpoint({
  method: "POST",
  path: "/api/devices",
  summary: "Add a device",
  body: z.strictObject({ assetTag: line(200), type: z.enum(deviceTypes), ...settable }),
  response: device,
  status: 201,
});

const deviceChange = z.strictObject({
  assetTag: line(200).optional(),
  type: z.enum(deviceTypes).optional(),
  ...settable,
  reason: optionalLine(500),
});

export const changeDevice = endpoint({
  method: "PATCH",
  path: "/api/devices/{id}",
  summary: "Change a device: undefined leaves, null clears",
  params: idParams,
  body: deviceChange,
  response: device,
  ifMatch: true,
});

export const deleteDevice = endpoint({
  method: "DELETE",
  path: "/api/devices/{id}",
  summary: "Remove a device that was entered by mistake; archive one that is disposed of",
  params: idParams,
  response: z.undefined(),
  status: 204,
});

export const assignDevice = endpoint({
  method: "POST",
  path: "/api/devices/{id}/assign",
  summary: "Hand a device to a person",
  params: idParams,
  body: z.strictObject({ personId: id, note: optionalLine(500) }),
  response: device,
});

export const returnDevice = endpoint({
  method: "POST",
  path: "/api/devices/{id}/return",
  summary: "Take a device back from its holder",
  params: idParams,
  body: z.strictObject({ note: optionalLine(500) }).optional(),
  response: device,
});

export const disposeDevice = endpoint({
  method: "POST",
  path: "/api/devices/{id}/dispose",
  summary: "Note that a device has left for good: when, how, and what proves it; archives it",
  params: idParams,
  body: z.strictObject({
    on: day,
    method: z.enum(disposalMethods),
    /** The number of a certificate or consignment note, or who has it now. */
    reference: optionalLine(longestReference),
    note: optionalLine(500),
  }),
  response: device,
});

export const restoreDevice = endpoint({
  method: "POST",
  path: "/api/devices/{id}/restore",
  summary: "Take a disposal back that was a mistake; the device is pending, in stock",
  params: idParams,
  body: z.strictObject({ reason: line(500) }),
  response: device,
});

const bulk = z.strictObject({
  ids: z.array(id).min(1).max(mostTogether),
  change: deviceChange.omit({ assetTag: true, serial: true }),
});

export const changeDevices = endpoint({
  method: "POST",
  path: "/api/devices/bulk",
  summary: "The same change to several devices, all or none; what stays as it is is not counted",
  body: bulk,
  response: z.object({ changed: z.number().int() }),
});

const judged = z.object({
  id,
  assetTag: z.string(),
  verdict: z.enum(bulkVerdicts),
  changes: z.array(fieldChange),
  /** Why it is refused. */
  problem: z.string().nullable(),
});
export type JudgedAnswer = z.output<typeof judged>;

export const previewDevices = endpoint({
  method: "POST",
  path: "/api/devices/bulk/preview",
  summary: "What the same change would do to each of several devices; nothing is changed",
  body: bulk,
  response: z.object({
    items: z.array(judged),
    counts: z.object({ change: z.number().int(), unchanged: z.number().int(), refused: z.number().int() }),
    /** Names of the people and teams whose ids the changes hold, by id. */
    names: z.record(z.string(), z.string()),
  }),
});

export const getDeviceHistory = historyEndpoint(
  "/api/devices/{id}/history",
  "Who changed the device, when, from what to what; newest first",
);

export const getDeviceSummary = endpoint({
  method: "GET",
  path: "/api/devices/summary",
  summary: "Counts of devices in the caller's scope",
  query: z.strictObject({
    by: z
      .string()
      .default("team,status")
      .transform((text) => text.split(",").map((part) => part.trim()))
      .pipe(z.array(z.enum(summaryDimensions)).min(1)),
  }),
  response: z.object({
    groups: z.array(
      z.object({
        team: z.string().nullable().optional(),
        teamName: z.string().nullable().optional(),
        status: z.enum(deviceStatuses).optional(),
        type: z.enum(deviceTypes).optional(),
        count: z.number().int(),
      }),
    ),
    total: z.number().int(),
  }),
});
