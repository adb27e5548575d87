import { z } from "zod";
import { problemActions, problemKinds, problemStates } from "../domain/device-problem";
import { endpoint, idParams } from "./endpoint";
import { id, instantOut, listQuery, optionalLine, pageOf } from "./wire";

const deviceProblem = z.object({
  id,
  kind: z.enum(problemKinds),
  deviceId: z.string().nullable(),
  assetTag: z.string().nullable(),
  model: z.string().nullable(),
  teamId: z.string().nullable(),
  teamName: z.string().nullable(),
  personId: z.string(),
  personName: z.string().nullable(),
  text: z.string().nullable(),
  state: z.enum(problemStates),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  reason: z.string().nullable(),
  raisedAt: instantOut,
  resolvedAt: instantOut.nullable(),
  etag: z.string(),
});
export type DeviceProblemAnswer = z.output<typeof deviceProblem>;

const filters = {
  device: id.optional(),
  /** Not dealt with yet. */
  open: z.stringbool().optional(),
  kind: z.enum(problemKinds).optional(),
  state: z.enum(problemStates).optional(),
  owner: id.optional(),
  team: id.optional(),
  /** With `team`: the teams below it as well. */
  below: z.stringbool().optional(),
};

export const listDeviceProblems = endpoint({
  method: "GET",
  path: "/api/device-problems",
  summary: "What holders reported broken, missing, not listed or not theirs, newest first",
  query: listQuery(["raisedAt"], filters, "-raisedAt"),
  response: pageOf(deviceProblem),
});

export const getDeviceProblem = endpoint({
  method: "GET",
  path: "/api/device-problems/{id}",
  summary: "One report",
  params: idParams,
  response: deviceProblem,
});

export const changeDeviceProblem = endpoint({
  method: "PATCH",
  path: "/api/device-problems/{id}",
  summary: "Take a report in hand, finish or dismiss it; an action does what follows to its device too",
  params: idParams,
  body: z.strictObject({
    state: z.enum(problemStates).optional(),
    ownerId: id.nullable().optional(),
    reason: optionalLine(500),
    action: z.enum(problemActions).optional(),
  }),
  response: deviceProblem,
  ifMatch: true,
});

export const resolveDeviceProblem = endpoint({
  method: "POST",
  path: "/api/device-problems/{id}/resolve",
  summary: "Mark a reported problem as dealt with",
  params: idParams,
  response: deviceProblem,
});

/** What its reporter sees: who in IT works on it is IT's own matter. */
const myDeviceProblem = deviceProblem.pick({
  id: true,
  kind: true,
  assetTag: true,
  model: true,
  text: true,
  state: true,
  reason: true,
  raisedAt: true,
  resolvedAt: true,
});
export type MyDeviceProblemAnswer = z.output<typeof myDeviceProblem>;

export const listMyDeviceProblems = endpoint({
  method: "GET",
  path: "/api/my/device-problems",
  summary: "What the caller reported, with what became of it; newest first",
  query: listQuery(["raisedAt"], {}, "-raisedAt"),
  response: pageOf(myDeviceProblem),
});
