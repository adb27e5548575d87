import { z } from "zod";
import { blockerStates } from "../domain/rollout/blocker";
import { endpoint, idParams } from "./endpoint";
import { id, instantOut, line, listQuery, optionalLine, pageOf } from "./wire";

const blocker = z.object({
  id,
  rolloutId: id,
  /** Null when it stands in the way of the whole rollout. */
  waveId: z.string().nullable(),
  waveName: z.string().nullable(),
  personId: z.string().nullable(),
  personName: z.string().nullable(),
  /** Null when somebody said only that it does not work. */
  text: z.string().nullable(),
  raisedBy: z.string(),
  raisedByName: z.string().nullable(),
  raisedAt: instantOut,
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  state: z.enum(blockerStates),
  resolution: z.string().nullable(),
  resolvedBy: z.string().nullable(),
  resolvedAt: instantOut.nullable(),
  ageDays: z.number().int(),
  /** Open for longer than the rollout allows: it is the rollout owner's now. */
  escalated: z.boolean(),
  /** People in the caller's scope whom it blocks now. */
  affected: z.number().int(),
  etag: z.string(),
});
export type BlockerAnswer = z.output<typeof blocker>;

const yesOrNo = z.enum(["true", "false"]).transform((text) => text === "true");

export const listBlockers = endpoint({
  method: "GET",
  path: "/api/rollouts/{id}/blockers",
  summary: "What stops people of a rollout in the caller's scope, oldest first",
  params: idParams,
  query: listQuery(["raisedAt"], {
    state: z.enum(blockerStates).optional(),
    open: yesOrNo.optional(),
    wave: id.optional(),
  }),
  response: pageOf(blocker),
});

export const raiseBlocker = endpoint({
  method: "POST",
  path: "/api/rollouts/{id}/blockers",
  summary: "Raise what stops a rollout, one of its waves or one of its people",
  params: idParams,
  body: z.strictObject({
    text: line(500),
    waveId: id.nullable().optional(),
    personId: id.nullable().optional(),
    ownerId: id.nullable().optional(),
  }),
  response: blocker,
  status: 201,
  location: "/api/blockers",
});

export const getBlocker = endpoint({
  method: "GET",
  path: "/api/blockers/{id}",
  summary: "One blocker",
  params: idParams,
  response: blocker,
});

export const changeBlocker = endpoint({
  method: "PATCH",
  path: "/api/blockers/{id}",
  summary: "A step on a blocker; whom it blocked goes on when it is solved or dismissed",
  params: idParams,
  body: z.strictObject({
    text: line(500).optional(),
    state: z.enum(blockerStates).optional(),
    ownerId: id.nullable().optional(),
    resolution: optionalLine(500),
  }),
  response: blocker,
  ifMatch: true,
});
