import { z } from "zod";
import { vendorChangeStates, vendorSeverities } from "../domain/rollout/vendor-change";
import { endpoint, idParams } from "./endpoint";
import { id, instantOut, listQuery, optionalLine, pageOf } from "./wire";

const named = z.object({ id: z.string(), name: z.string() });

/** A message of the Microsoft 365 message center that concerns something in the register. */
const vendorChange = z.object({
  /** Microsoft's own. */
  id,
  title: z.string(),
  /** Text, never HTML. */
  body: z.string(),
  services: z.array(z.string()),
  severity: z.enum(vendorSeverities),
  isMajor: z.boolean(),
  /** Microsoft wants something done by then. */
  actionBy: z.string().nullable(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  changedAt: instantOut,
  state: z.enum(vendorChangeStates),
  reason: z.string().nullable(),
  rolloutId: z.string().nullable(),
  rolloutName: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: instantOut.nullable(),
  applications: z.array(named),
  licences: z.array(z.object({ skuId: z.string(), name: z.string() })),
  /** That use one of the applications or hold one of the licences. */
  teams: z.array(named),
  etag: z.string(),
});
export type VendorChangeAnswer = z.output<typeof vendorChange>;

export const listVendorChanges = endpoint({
  method: "GET",
  path: "/api/vendor-changes",
  summary: "What Microsoft announces that concerns the register, the most pressing first",
  query: listQuery(["press"], { state: z.enum([...vendorChangeStates, "all"]).default("open") }),
  response: pageOf(vendorChange),
});

export const getVendorChange = endpoint({
  method: "GET",
  path: "/api/vendor-changes/{id}",
  summary: "One message with what and whom it touches",
  params: idParams,
  response: vendorChange,
});

export const decideVendorChange = endpoint({
  method: "PATCH",
  path: "/api/vendor-changes/{id}",
  summary: "Dismiss a message with a reason, or open it again",
  params: idParams,
  body: z.strictObject({ state: z.enum(["open", "dismissed"]), reason: optionalLine(500) }),
  response: vendorChange,
  ifMatch: true,
});
