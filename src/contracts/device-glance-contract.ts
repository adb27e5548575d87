import { z } from "zod";
import { deviceStatuses } from "../domain/device";
import { ageBands } from "../domain/lifecycle/device-age";
import { osSupports } from "../domain/lifecycle/os-support";
import { replacements } from "../domain/lifecycle/replacement";
import { endpoint } from "./endpoint";
import { id } from "./wire";

function counts<const V extends readonly [string, ...string[]]>(values: V) {
  return z.array(z.object({ value: z.enum(values), count: z.number().int() }));
}

export const getDeviceGlance = endpoint({
  method: "GET",
  path: "/api/devices/glance",
  summary: "Counts of devices in the caller's scope by status, age in years, OS support and replacement",
  query: z.strictObject({ team: id.optional(), below: z.stringbool().optional() }),
  response: z.object({
    total: z.number().int(),
    /** Not archived; the last three count these. */
    inUse: z.number().int(),
    byStatus: counts(deviceStatuses),
    byAge: counts(ageBands),
    byOsSupport: counts(osSupports),
    byReplacement: counts(replacements),
  }),
});
export type DeviceGlanceAnswer = z.output<typeof getDeviceGlance.response>;
