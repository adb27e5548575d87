import { z } from "zod";
import { endpoint, idParams } from "./endpoint";
import { id, instant, instantOut, line, listQuery, pageOf } from "./wire";

export const training = z.object({
  id,
  /** Null for a session of a course that belongs to no rollout. */
  rolloutId: id.nullable(),
  courseId: id.nullable(),
  title: z.string(),
  startsAt: instantOut,
  places: z.number().int(),
  /** Whose people it is for; none is for all. */
  waveIds: z.array(z.string()),
  /** Of the people in the caller's scope. */
  attended: z.number().int(),
  absent: z.number().int(),
  createdBy: z.string(),
  createdAt: instantOut,
});
export type TrainingAnswer = z.output<typeof training>;

export const listTrainings = endpoint({
  method: "GET",
  path: "/api/rollouts/{id}/training",
  summary: "The training sessions of a rollout, by their starts",
  params: idParams,
  query: listQuery(["startsAt"], {}),
  response: pageOf(training),
});

export const planTraining = endpoint({
  method: "POST",
  path: "/api/rollouts/{id}/training",
  summary: "Plan a training session",
  params: idParams,
  body: z.strictObject({
    title: line(200),
    startsAt: instant,
    places: z.number().int().min(1).max(10_000),
    waveIds: z.array(id).max(100).default([]),
    courseId: id.nullable().default(null),
  }),
  response: training,
  status: 201,
  location: "/api/training",
});

const attendee = z.object({
  personId: z.string(),
  personName: z.string().nullable(),
  teamName: z.string().nullable(),
  attended: z.boolean(),
});

export const getTraining = endpoint({
  method: "GET",
  path: "/api/training/{id}",
  summary: "One session with who was there and who was missed",
  params: idParams,
  response: training.extend({ attendees: z.array(attendee) }),
});
export type TrainingDetailsAnswer = z.output<typeof getTraining.response>;

const people = z.array(id).max(5_000).default([]);

export const recordAttendance = endpoint({
  method: "PUT",
  path: "/api/training/{id}/attendance",
  summary: "The whole register of a session; who of the rollout was there is trained from that day on",
  params: idParams,
  body: z.strictObject({ attended: people, absent: people }),
  response: training,
});
