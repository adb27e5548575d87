import { z } from "zod";
import { deviceStandings, waitingStandings } from "../domain/graph-sync/device-sighting";
import { resolutions } from "../domain/provenance";
import { endpoint, idParams } from "./endpoint";
import { fieldChange } from "./history-contract";
import { id, instantOut, listQuery, pageOf } from "./wire";

const count = z.number().int();
const textOrNull = z.string().nullable();

const waitingDevice = z.object({
  /** In Intune. */
  id,
  name: textOrNull,
  serial: textOrNull,
  manufacturer: textOrNull,
  model: textOrNull,
  os: textOrNull,
  osVersion: textOrNull,
  lastSeenAt: instantOut.nullable(),
  /** Its primary user, where the register knows them. */
  personName: textOrNull,
  /** What it is in the register, or could be. */
  candidates: z.array(
    z.object({
      deviceId: id,
      assetTag: z.string(),
      serial: textOrNull,
      model: textOrNull,
      holderName: textOrNull,
    }),
  ),
  /** What it would change of what somebody set by hand; as in a history. */
  changes: z.array(fieldChange),
});
export type WaitingDeviceAnswer = z.output<typeof waitingDevice>;

export const listWaitingDevices = endpoint({
  method: "GET",
  path: "/api/graph-sync/devices",
  summary:
    "Devices of Intune that wait for a decision: against what was set by hand, which device it is, or to be added",
  query: listQuery(["name"], { standing: z.enum(waitingStandings) }),
  response: pageOf(waitingDevice).extend({
    counts: z.object({ contested: count, conflict: count, new: count }),
    /** When devices were read; null for never. */
    asOf: instantOut.nullable(),
    /** Of people and teams whose ids the changes hold. */
    names: z.record(z.string(), z.string()),
  }),
});
export type WaitingDevicesAnswer = z.output<typeof listWaitingDevices.response>;

export const decideWaitingDevice = endpoint({
  method: "POST",
  path: "/api/graph-sync/devices/{id}/decision",
  summary: "Keep what was set by hand or take Intune's, or say which device of the register it is",
  params: idParams,
  body: z.union([z.strictObject({ resolution: z.enum(resolutions) }), z.strictObject({ deviceId: id })]),
  response: z.object({ standing: z.enum(deviceStandings) }),
});

/** So many are added together. */
export const mostAdded = 200;

export const addWaitingDevices = endpoint({
  method: "POST",
  path: "/api/graph-sync/devices/add",
  summary: "Add devices to the register that Intune knows and it does not; each by itself",
  body: z.strictObject({ ids: z.array(id).min(1).max(mostAdded) }),
  response: z.object({
    added: count,
    refused: z.array(z.object({ id, message: z.string() })),
  }),
});
export type AddedDevicesAnswer = z.output<typeof addWaitingDevices.response>;
