import { z } from "zod";
import { deviceTypes } from "../domain/device";
import { retentionKinds } from "../domain/retention";
import { endpoint, idParams } from "./endpoint";
import { id, instantOut, line, listQuery, optionalLine, pageOf } from "./wire";

const retention = z.object({
  kind: z.enum(retentionKinds),
  days: z.number().int(),
  defaultDays: z.number().int(),
  least: z.number().int(),
  most: z.number().int(),
});
export type RetentionAnswer = z.output<typeof retention>;

export const getRetention = endpoint({
  method: "GET",
  path: "/api/retention",
  summary: "How long each kind of data is kept, in days",
  response: z.object({ items: z.array(retention) }),
});

const wanted = z
  .array(z.strictObject({ kind: z.enum(retentionKinds), days: z.number().int().min(0).max(100_000) }))
  .max(retentionKinds.length);

export const changeRetention = endpoint({
  method: "PUT",
  path: "/api/retention",
  summary: "Decide how long kinds of data are kept; kinds that are not named stay as they are",
  body: z.strictObject({ items: wanted.min(1), reason: optionalLine(500) }),
  response: z.object({ items: z.array(retention) }),
});

export const tryRetention = endpoint({
  method: "POST",
  path: "/api/retention/dry-run",
  summary: "Count what would go the next night with these times; nothing is changed",
  body: z.strictObject({ items: wanted.optional() }).optional(),
  response: z.object({
    items: z.array(
      z.object({ kind: z.enum(retentionKinds), days: z.number().int(), count: z.number().int() }),
    ),
  }),
});
export type WouldGoAnswer = z.output<typeof tryRetention.response>["items"][number];

const leaver = z.object({
  personId: id,
  name: z.string(),
  email: z.string(),
  teamId: z.string().nullable(),
  teamName: z.string().nullable(),
  since: instantOut,
  pseudonymisedFrom: instantOut.nullable(),
  devices: z.array(
    z.object({ id, assetTag: z.string(), type: z.enum(deviceTypes), model: z.string().nullable() }),
  ),
});
export type LeaverAnswer = z.output<typeof leaver>;

export const listLeavers = endpoint({
  method: "GET",
  path: "/api/leavers",
  summary: "Who has left, what they have to hand back, and from when they are no longer known by name",
  query: listQuery(["name"], { holding: z.stringbool().optional() }),
  response: pageOf(leaver),
});

export const erasePerson = endpoint({
  method: "POST",
  path: "/api/people/{id}/erasure",
  summary: "Erase a person; refused while they hold kit unless confirmed; doing it again changes nothing",
  params: idParams,
  body: z
    .strictObject({ reason: line(500).nullable().optional(), confirmed: z.boolean().optional() })
    .optional(),
  response: z.object({
    alreadyErased: z.boolean(),
    devicesTakenBack: z.number().int(),
    auditEvents: z.number().int(),
    toReview: z.array(z.object({ record: z.string(), id, name: z.string(), field: z.string() })),
  }),
});
export type ErasureAnswer = z.output<typeof erasePerson.response>;
