import { z } from "zod";
import {
  aiUses,
  applicationKinds,
  applicationSources,
  applicationTypes,
  conformances,
  criticalities,
  dataClassifications,
  hostings,
  lifecycles,
  personalDataAnswers,
} from "../domain/application/application";
import { applicationSorts } from "../domain/application/application-query";
import { dispositions, fits } from "../domain/application/disposition";
import { legacyRisks, riskScores, riskSources } from "../domain/application/legacy-risk";
import { uses } from "../domain/application/team-use";
import { endpoint, idParams } from "./endpoint";
import { historyEndpoint } from "./history-contract";
import { integration } from "./integration-contract";
import { contract, contractDraft, taggedContract } from "./supplier-contract";
import { day, id, line, listQuery, optionalLine, pageOf } from "./wire";

const orNull = <T extends readonly [string, ...string[]]>(values: T) => z.enum(values).nullable();
const text = z.string().nullable();
const fit = z.literal(fits).nullable();
const count = z.number().int().min(0).max(1_000_000).nullable();

const riskOverrides = z.partialRecord(
  z.enum(legacyRisks),
  z.strictObject({ score: z.literal(riskScores), reason: line(1000) }),
);

const teamUse = z.object({
  teamId: id,
  teamName: z.string(),
  use: z.enum(uses),
  criticality: orNull(criticalities),
  userCount: count,
});

const application = z.object({
  id,
  name: z.string(),
  kind: z.enum(applicationKinds),
  type: orNull(applicationTypes),
  hosting: orNull(hostings),
  lifecycle: orNull(lifecycles),
  businessOwnerId: text,
  businessOwnerName: text,
  itOwnerId: text,
  itOwnerName: text,
  supplierId: text,
  supplier: text,
  criticality: orNull(criticalities),
  dataClassification: orNull(dataClassifications),
  personalData: z.enum(personalDataAnswers),
  dpiaDate: text,
  accessibility: z.enum(conformances),
  accessibilityStatement: text,
  aiFeatures: orNull(aiUses),
  serviceArea: text,
  purpose: text,
  notes: text,
  userCount: count,
  functionalFit: fit,
  technicalFit: fit,
  disposition: orNull(dispositions),
  dispositionSource: z.enum(["scores", "person"]).nullable(),
  dispositionOverride: orNull(dispositions),
  dispositionReason: text,
  supportEnds: text,
  replacedById: text,
  replacedByName: text,
  legacyRating: z.enum(["red", "amber", "green", "unknown"]),
  contract: contract.nullable(),
  teamCount: z.number().int(),
  source: z.enum(applicationSources),
  etag: z.string(),
});
export type ApplicationAnswer = z.output<typeof application>;

const detail = application.extend({
  riskOverrides,
  legacyRisk: z.array(
    z.object({
      risk: z.enum(legacyRisks),
      score: z.number().int().nullable(),
      source: z.enum(riskSources).nullable(),
      day: text,
      /** Of those asked, how many are confident at least; where a survey is the source. */
      percent: z.number().int().nullable(),
      reason: text,
    }),
  ),
  contracts: z.array(taggedContract),
  teams: z.array(teamUse),
  integrations: z.array(integration),
});
export type ApplicationDetailAnswer = z.output<typeof detail>;

const settable = {
  type: orNull(applicationTypes).optional(),
  hosting: orNull(hostings).optional(),
  lifecycle: orNull(lifecycles).optional(),
  businessOwnerId: id.nullable().optional(),
  itOwnerId: id.nullable().optional(),
  supplier: optionalLine(200),
  criticality: orNull(criticalities).optional(),
  dataClassification: orNull(dataClassifications).optional(),
  personalData: z
    .enum(personalDataAnswers)
    .nullable()
    .transform((said) => said ?? "unknown")
    .optional(),
  dpiaDate: day.nullable().optional(),
  accessibility: z
    .enum(conformances)
    .nullable()
    .transform((said) => said ?? "unknown")
    .optional(),
  accessibilityStatement: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .nullable()
    .optional(),
  aiFeatures: orNull(aiUses).optional(),
  serviceArea: optionalLine(200),
  purpose: optionalLine(2000),
  notes: optionalLine(4000),
  userCount: count.optional(),
  functionalFit: fit.optional(),
  technicalFit: fit.optional(),
  dispositionOverride: orNull(dispositions).optional(),
  dispositionReason: optionalLine(1000),
  supportEnds: day.nullable().optional(),
  replacedById: id.nullable().optional(),
  riskOverrides: riskOverrides
    .nullable()
    .transform((said) => said ?? {})
    .optional(),
  contract: contractDraft.nullable().optional(),
};

export const listApplications = endpoint({
  method: "GET",
  path: "/api/applications",
  summary: "Applications in the caller's scope",
  query: listQuery(applicationSorts, {
    kind: z.enum(applicationKinds).optional(),
    team: id.optional(),
    below: z.stringbool().optional(),
    lifecycle: z.enum(lifecycles).optional(),
    owner: id.optional(),
    supplier: line(200).optional(),
    disposition: z.enum(dispositions).optional(),
    contractEndsBefore: day.optional(),
  }),
  response: pageOf(application),
});

export const getApplication = endpoint({
  method: "GET",
  path: "/api/applications/{id}",
  summary: "One application with its contracts, teams, integrations and legacy risk",
  params: idParams,
  response: detail,
});

export const createApplication = endpoint({
  method: "POST",
  path: "/api/applications",
  summary: "Add an application",
  body: z.strictObject({ name: line(200), kind: z.enum(applicationKinds), ...settable }),
  response: detail,
  status: 201,
});

export const changeApplication = endpoint({
  method: "PATCH",
  path: "/api/applications/{id}",
  summary: "Change an application",
  params: idParams,
  body: z.strictObject({
    name: line(200).optional(),
    kind: z.enum(applicationKinds).optional(),
    ...settable,
    reason: optionalLine(1000),
  }),
  response: detail,
  ifMatch: true,
});

export const deleteApplication = endpoint({
  method: "DELETE",
  path: "/api/applications/{id}",
  summary:
    "Remove an application that was entered by mistake; refused while contracts or integrations hang on it",
  params: idParams,
  query: z.strictObject({ reason: z.string().trim().max(500).optional() }),
  response: z.undefined(),
  status: 204,
});

export const getApplicationHistory = historyEndpoint(
  "/api/applications/{id}/history",
  "What happened to an application, its contracts, teams and integrations",
);

const useParams = z.strictObject({ id, teamId: id });

export const putApplicationTeam = endpoint({
  method: "PUT",
  path: "/api/applications/{id}/teams/{teamId}",
  summary: "Say how a team uses an application",
  params: useParams,
  body: z.strictObject({
    use: z.enum(uses),
    criticality: orNull(criticalities).optional(),
    userCount: count.optional(),
  }),
  response: detail,
});

export const deleteApplicationTeam = endpoint({
  method: "DELETE",
  path: "/api/applications/{id}/teams/{teamId}",
  summary: "Say that a team does not use an application",
  params: useParams,
  response: z.undefined(),
  status: 204,
});
