import { z } from "zod";
import { disclosureFields, exemptions } from "../domain/disclosure/disclosure";
import { listApplications } from "./application-contract";
import { type Answer, endpoint, idParams } from "./endpoint";
import { exportsOf } from "./export-contract";

const field = z.enum(disclosureFields);
const redactions = z.partialRecord(field, z.enum(exemptions));
const longestReason = 500;
const reasonsOut = z.partialRecord(field, z.string());
const reasons = z.partialRecord(field, z.string().trim().max(longestReason)).default({});
const ownRedactions = z.partialRecord(field, z.enum([...exemptions, "disclose"]));

export const exportDisclosure = exportsOf(
  "freedom-of-information",
  "An answer to a freedom-of-information request: the systems of the list, with what the council withholds taken out",
  listApplications.query.omit({ limit: true, cursor: true, sort: true }),
);

const councilRules = z.object({ rules: redactions, reasons: reasonsOut, exceptions: z.number().int() });

export const getDisclosureRules = endpoint({
  method: "GET",
  path: "/api/disclosure-rules",
  summary: "What the council withholds of every system when it answers a freedom-of-information request",
  response: councilRules,
});
export type DisclosureRulesAnswer = Answer<typeof getDisclosureRules>;

export const putDisclosureRules = endpoint({
  method: "PUT",
  path: "/api/disclosure-rules",
  summary: "Replace what the council withholds of every system",
  body: z.strictObject({ rules: redactions, reasons }),
  response: councilRules,
});

const applicationRules = z.object({
  rules: ownRedactions,
  reasons: reasonsOut,
  defaults: redactions,
  defaultReasons: reasonsOut,
});

export const getApplicationDisclosure = endpoint({
  method: "GET",
  path: "/api/applications/{id}/disclosure-rules",
  summary: "What an application withholds or discloses otherwise than the council as a whole",
  params: idParams,
  response: applicationRules,
});

export const putApplicationDisclosure = endpoint({
  method: "PUT",
  path: "/api/applications/{id}/disclosure-rules",
  summary: "Replace what an application withholds or discloses otherwise",
  params: idParams,
  body: z.strictObject({ rules: ownRedactions, reasons }),
  response: applicationRules,
});
