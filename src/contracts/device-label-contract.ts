import { z } from "zod";
import { deviceStatuses } from "../domain/device";
import { longestLabel } from "../domain/device-label";
import { endpoint, idParams } from "./endpoint";
import { id, line, optionalLine } from "./wire";

const deviceLabel = z.object({
  id,
  name: z.string(),
  status: z.enum(deviceStatuses),
  /** Devices that carry it keep it; no other gets it any more. */
  retired: z.boolean(),
  /** That carry it, as far as the caller sees. */
  devices: z.number().int(),
  etag: z.string(),
});
export type DeviceLabelAnswer = z.output<typeof deviceLabel>;

const name = line(longestLabel);
const status = z.enum(deviceStatuses);
const reason = optionalLine(500);

export const listDeviceLabels = endpoint({
  method: "GET",
  path: "/api/device-labels",
  summary: "The council's labels for devices and the status that each stands for",
  response: z.object({ items: z.array(deviceLabel) }),
});

export const addDeviceLabel = endpoint({
  method: "POST",
  path: "/api/device-labels",
  summary: "Add a label",
  body: z.strictObject({ name, status, reason }),
  response: deviceLabel,
  status: 201,
});

export const changeDeviceLabel = endpoint({
  method: "PATCH",
  path: "/api/device-labels/{id}",
  summary: "Rename a label, map it to another status or retire it; devices that carry it follow",
  params: idParams,
  body: z.strictObject({
    name: name.optional(),
    status: status.optional(),
    retired: z.boolean().optional(),
    /** How many devices a new name or status changes; refused with the number until it is said. */
    confirmDevices: z.number().int().min(0).optional(),
    reason,
  }),
  response: deviceLabel,
  ifMatch: true,
});

export const removeDeviceLabel = endpoint({
  method: "DELETE",
  path: "/api/device-labels/{id}",
  summary: "Remove a label that no device carries",
  params: idParams,
  response: z.undefined(),
  status: 204,
});
