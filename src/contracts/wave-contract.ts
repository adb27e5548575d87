import { z } from "zod";
import { decisionKinds } from "../domain/rollout/decision";
import { measures } from "../domain/rollout/gate";
import { participantStates, stages } from "../domain/rollout/participant";
import { rings, waveStates } from "../domain/rollout/wave";
import { audience } from "./check-in-contract";
import { endpoint, idParams } from "./endpoint";
import { gate, participantCounts, progressFields, threshold } from "./rollout-shapes";
import { day, id, instantOut, line, listQuery, optionalLine, pageOf } from "./wire";

const gateRule = z.strictObject({ measure: z.enum(measures), threshold });

export const wave = z.object({
  id,
  rolloutId: id,
  name: z.string(),
  ring: z.enum(rings),
  plannedStart: z.string(),
  plannedEnd: z.string(),
  audience,
  gates: z.array(gateRule),
  state: z.enum(waveStates),
  checkInId: z.string().nullable(),
  launchedAt: instantOut.nullable(),
  finishedAt: instantOut.nullable(),
  counts: participantCounts,
  etag: z.string(),
});
export type WaveAnswer = z.output<typeof wave>;

export const decision = z.object({
  id,
  waveId: id,
  decision: z.enum(decisionKinds),
  reason: z.string(),
  /** As they stood; empty for whoever does not see the whole wave. */
  gates: z.array(gate),
  /** Gates that a go was against. */
  against: z.array(z.enum(measures)),
  decidedBy: z.string(),
  decidedByName: z.string().nullable(),
  decidedAt: instantOut,
  firstBy: z.string().nullable(),
  firstByName: z.string().nullable(),
  /** It holds nothing until a second person has said it too. */
  awaitsSecond: z.boolean(),
});
export type DecisionAnswer = z.output<typeof decision>;

const waveDetails = wave.extend({ rolloutName: z.string(), decisions: z.array(decision) });
export type WaveDetailsAnswer = z.output<typeof waveDetails>;

const fields = {
  name: line(200),
  ring: z.enum(rings),
  plannedStart: day,
  plannedEnd: day,
  audience,
  gates: z.array(gateRule).max(measures.length),
};

export const addWave = endpoint({
  method: "POST",
  path: "/api/rollouts/{id}/waves",
  summary: "Plan a wave and write down its people; whoever is in another wave of the rollout stays there",
  params: idParams,
  body: z.strictObject({ ...fields, gates: fields.gates.default([]) }),
  response: waveDetails,
  status: 201,
  location: "/api/waves",
});

export const getWave = endpoint({
  method: "GET",
  path: "/api/waves/{id}",
  summary: "One wave with its decisions",
  params: idParams,
  response: waveDetails,
});

export const changeWave = endpoint({
  method: "PATCH",
  path: "/api/waves/{id}",
  summary: "Change a wave; once it has been launched its people, its ring and its start stay",
  params: idParams,
  body: z.strictObject(fields).partial(),
  response: waveDetails,
  ifMatch: true,
});

export const getWaveGates = endpoint({
  method: "GET",
  path: "/api/waves/{id}/gates",
  summary: "The gates of a wave as they stand now, each with its source and age",
  params: idParams,
  response: z.object({ waveId: id, passes: z.boolean(), items: z.array(gate) }),
});
export type WaveGatesAnswer = z.output<typeof getWaveGates.response>;

export const decideWave = endpoint({
  method: "POST",
  path: "/api/waves/{id}/decision",
  summary:
    "Go or no-go, kept with the gates as they stand; a go launches the wave, against a gate only with a second person's",
  params: idParams,
  body: z.strictObject({ decision: z.enum(decisionKinds), reason: line(1000) }),
  response: decision
    .omit({ decidedByName: true, firstByName: true })
    .extend({ launched: z.boolean(), wave: waveDetails }),
});
export type DecidedAnswer = z.output<typeof decideWave.response>;

const step = (name: string, summary: string) =>
  endpoint({
    method: "POST",
    path: `/api/waves/{id}/${name}`,
    summary,
    params: idParams,
    response: waveDetails,
  });

export const pauseWave = step("pause", "Stop asking its people; answers are still taken");
export const resumeWave = step("resume", "Go on asking its people");
export const finishWave = step("finish", "Say that it is done; nobody is asked any more");

export const rollBackWave = endpoint({
  method: "POST",
  path: "/api/waves/{id}/roll-back",
  summary: "Take it away again: whom it had reached is marked, and asked whether all is as before",
  params: idParams,
  body: z.strictObject({ reason: line(500) }),
  response: waveDetails,
});

export const getWaveProgress = endpoint({
  method: "GET",
  path: "/api/waves/{id}/progress",
  summary: "How far a wave is against its plan, and when it may be done",
  params: idParams,
  response: z.object({ waveId: id, ...progressFields }),
});

const participant = z.object({
  personId: id,
  personName: z.string().nullable(),
  teamId: z.string().nullable(),
  teamName: z.string().nullable(),
  state: z.enum(participantStates),
  /** Where somebody goes on who is blocked or exempt. */
  before: z.enum(stages).nullable(),
  champion: z.boolean(),
  reason: z.string().nullable(),
  blockerId: z.string().nullable(),
  blockerText: z.string().nullable(),
  invitedOn: z.string().nullable(),
  trainedOn: z.string().nullable(),
  liveOn: z.string().nullable(),
  confirmedOn: z.string().nullable(),
  rolledBackOn: z.string().nullable(),
});
export type ParticipantAnswer = z.output<typeof participant>;

const yesOrNo = z.enum(["true", "false"]).transform((text) => text === "true");

export const listParticipants = endpoint({
  method: "GET",
  path: "/api/waves/{id}/participants",
  summary: "The people of a wave in the caller's scope, by name",
  params: idParams,
  query: listQuery(["name"], {
    state: z.enum(participantStates).optional(),
    champion: yesOrNo.optional(),
    team: id.optional(),
  }),
  response: pageOf(participant),
});

/** So many people take one change together. */
export const mostParticipantsTogether = 20_000;

export const changeParticipants = endpoint({
  method: "PATCH",
  path: "/api/waves/{id}/participants",
  summary: "One change to many people of a wave, all or none; blocked and exempt take a reason",
  params: idParams,
  body: z.strictObject({
    personIds: z.array(id).min(1).max(mostParticipantsTogether),
    state: z.enum(participantStates).optional(),
    reason: optionalLine(500),
    champion: z.boolean().optional(),
  }),
  response: z.object({ changed: z.number().int(), unchanged: z.number().int(), counts: participantCounts }),
});
