import { z } from "zod";
import { deviceTypes } from "../domain/device";
import { osEditions, osSystems } from "../domain/lifecycle/os-release";
import { mostYears } from "../domain/lifecycle/replacement";
import { endpoint } from "./endpoint";
import { day, instantOut, line, optionalLine } from "./wire";

const address = z.string().trim().min(1).max(500);

const release = z.strictObject({
  system: z.enum(osSystems),
  product: line(20).nullable(),
  edition: z.enum(osEditions),
  versions: z.array(line(40)).max(10),
  end: day,
  source: address,
  readOn: day.nullable(),
});

const osTable = {
  releases: z.array(release).max(2_000),
  withoutDates: z.array(z.strictObject({ system: z.enum(osSystems), source: address })).max(osSystems.length),
};

const changed = {
  /** False while the product's own is in force. */
  own: z.boolean(),
  changedAt: instantOut.nullable(),
  changedByName: z.string().nullable(),
};

const osSupport = z.object({ ...changed, ...osTable });
export type OsSupportAnswer = z.output<typeof osSupport>;

export const getOsSupport = endpoint({
  method: "GET",
  path: "/api/settings/os-support",
  summary: "The last days on which operating systems are supported, each with its source",
  response: osSupport,
});

const restated = z.object({
  ...osSupport.shape,
  /** How many devices have another day now. */
  devices: z.number().int(),
});

export const replaceOsSupport = endpoint({
  method: "PUT",
  path: "/api/settings/os-support",
  summary: "Put a table of your own in place of the present one; all devices are looked at again",
  body: z.strictObject({ ...osTable, reason: optionalLine(500) }),
  response: restated,
});

export const resetOsSupport = endpoint({
  method: "DELETE",
  path: "/api/settings/os-support",
  summary: "Go back to the table that comes with the product",
  response: restated,
});

const age = z.strictObject({ type: z.enum(deviceTypes), years: z.number().int().min(0).max(mostYears) });
const ageAnswer = z.object({ ...age.shape, defaultYears: z.number().int() });
const ages = z.object({ ...changed, items: z.array(ageAnswer) });
export type ReplacementAgesAnswer = z.output<typeof ages>;

export const getReplacementAges = endpoint({
  method: "GET",
  path: "/api/settings/replacement-ages",
  summary: "After how many years devices of each type are due for replacement; 0 is never",
  response: ages,
});

export const changeReplacementAges = endpoint({
  method: "PUT",
  path: "/api/settings/replacement-ages",
  summary: "Decide after how many years types are replaced; types that are not named stay as they are",
  body: z.strictObject({ items: z.array(age).min(1).max(deviceTypes.length), reason: optionalLine(500) }),
  response: z.object({ ...ages.shape, devices: z.number().int() }),
});
