import { z } from "zod";
import { attendanceVerdicts } from "../domain/rollout/attendance-file";
import { attendanceSources } from "../domain/rollout/training";
import { type Answer, endpoint, idParams } from "./endpoint";
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
  /** By what it came: somebody's hand, a file, or the person's own answer. */
  source: z.enum(attendanceSources),
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

const count = z.number().int();

export const readAttendance = endpoint({
  method: "POST",
  path: "/api/training/{id}/attendance/file",
  summary:
    "Preview or apply a CSV file of who was at a session; apply is all or nothing, and whoever it does not name stays as they were",
  params: idParams,
  query: z.strictObject({ mode: z.enum(["preview", "apply"]) }),
  body: "csv",
  response: z.object({
    mode: z.enum(["preview", "apply"]),
    applied: z.boolean(),
    encoding: z.string(),
    delimiter: z.string(),
    ignoredColumns: z.array(z.string()),
    rows: z.object({ total: count, attended: count, absent: count, unchanged: count, stopping: count }),
    /** The first thousand: what stops the file first, then what it changes. */
    verdicts: z.array(
      z.object({
        line: count,
        text: z.string(),
        personId: z.string().nullable(),
        personName: z.string().nullable(),
        verdict: z.enum(attendanceVerdicts),
        /** With such a row nothing is taken. */
        stops: z.boolean(),
        /** What the register says now; null for nothing. */
        before: z.boolean().nullable(),
      }),
    ),
    verdictsCut: z.boolean(),
  }),
});
export type AttendanceFileAnswer = Answer<typeof readAttendance>;

export const askAttendance = endpoint({
  method: "POST",
  path: "/api/training/{id}/ask",
  summary: "Ask those whom a session was for, and of whom nothing is written down, whether they were there",
  params: idParams,
  response: z.object({ asked: count }),
});
export type AskedAttendanceAnswer = Answer<typeof askAttendance>;

export const getAttendanceFile = endpoint({
  method: "GET",
  path: "/api/training/{id}/attendance.csv",
  summary: "A file to fill in who was at a session: everybody it is for, with what is written down by now",
  params: idParams,
  response: z.string(),
  media: "text/csv",
});
