import { z } from "zod";
import { longestEscalationDays, rolloutStates, usualEscalationDays } from "../domain/rollout/rollout";
import { endpoint, idParams } from "./endpoint";
import { historyEndpoint } from "./history-contract";
import { participantCounts, progressFields } from "./rollout-shapes";
import { decision, wave } from "./wave-contract";
import { id, instantOut, line, listQuery, optionalLine, pageOf } from "./wire";

const subject = z.union([z.strictObject({ applicationId: id }), z.strictObject({ deviceModel: line(200) })]);

/** All numbers are of the people in the caller's scope. */
const rollout = z.object({
  id,
  name: z.string(),
  goal: z.string().nullable(),
  subject,
  subjectName: z.string().nullable(),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  skuId: z.string().nullable(),
  escalateAfterDays: z.number().int(),
  state: z.enum(rolloutStates),
  counts: participantCounts,
  openBlockers: z.number().int(),
  /** In the order of their planned starts. */
  waves: z.array(wave),
  createdBy: z.string(),
  createdAt: instantOut,
  etag: z.string(),
});
export type RolloutAnswer = z.output<typeof rollout>;

const champion = z.object({
  personId: z.string(),
  personName: z.string().nullable(),
  teamName: z.string().nullable(),
  waveId: z.string(),
});

const rolloutDetails = rollout.extend({
  /** Newest first, of all its waves. */
  decisions: z.array(decision),
  champions: z.array(champion),
  /** The message of Microsoft that it was made of; only IT is told. */
  vendorChange: z.object({ id, title: z.string(), actionBy: z.string().nullable() }).nullable(),
});
export type RolloutDetailsAnswer = z.output<typeof rolloutDetails>;

export const listRollouts = endpoint({
  method: "GET",
  path: "/api/rollouts",
  summary: "Rollouts that have people in the caller's scope, newest first",
  query: listQuery(["createdAt"], {}, "-createdAt"),
  response: pageOf(rollout),
});

export const getRollout = endpoint({
  method: "GET",
  path: "/api/rollouts/{id}",
  summary: "One rollout with its waves, decisions and champions",
  params: idParams,
  response: rolloutDetails,
});

const fields = {
  name: line(200),
  goal: optionalLine(1000),
  ownerId: id,
  /** The licence that each of its people takes. */
  skuId: id.nullable().optional(),
  escalateAfterDays: z.number().int().min(1).max(longestEscalationDays),
};

export const planRollout = endpoint({
  method: "POST",
  path: "/api/rollouts",
  summary: "Plan a rollout of an application or a device model",
  body: z.strictObject({
    ...fields,
    subject,
    escalateAfterDays: fields.escalateAfterDays.default(usualEscalationDays),
    /** The message of Microsoft that it is made of, once. */
    vendorChangeId: id.optional(),
  }),
  response: rolloutDetails,
  status: 201,
});

export const changeRollout = endpoint({
  method: "PATCH",
  path: "/api/rollouts/{id}",
  summary: "Change a rollout; what it is a rollout of stays",
  params: idParams,
  body: z.strictObject(fields).partial(),
  response: rolloutDetails,
  ifMatch: true,
});

export const getRolloutProgress = endpoint({
  method: "GET",
  path: "/api/rollouts/{id}/progress",
  summary: "How far a rollout is against its plan, all waves together and ring by ring",
  params: idParams,
  response: z.object({
    ...progressFields,
    rings: z.array(z.object({ ring: wave.shape.ring, ...progressFields })),
  }),
});
export type RolloutProgressAnswer = z.output<typeof getRolloutProgress.response>;

export const getRolloutHistory = historyEndpoint(
  "/api/rollouts/{id}/history",
  "What was done in a rollout, newest first",
);
