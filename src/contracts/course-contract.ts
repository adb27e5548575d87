import { z } from "zod";
import { requestOrigins, requestSubjects } from "../domain/training-request";
import { endpoint, idParams } from "./endpoint";
import { historyEndpoint } from "./history-contract";
import { training } from "./training-contract";
import { id, instant, instantOut, line, listQuery, optionalLine, pageOf } from "./wire";

const course = z.object({
  id,
  title: z.object({ en: z.string(), cy: z.string().nullable() }),
  provider: z.string().nullable(),
  link: z.string().nullable(),
  description: z.string().nullable(),
  /** Statements of the item bank that it is good for. */
  itemIds: z.array(z.string()),
  applicationIds: z.array(z.string()),
  skuIds: z.array(z.string()),
  /** Names of the applications and licences by their ids, as far as the caller may see them. */
  names: z.record(z.string(), z.string()),
  /** Null where none is planned that the caller may see. */
  nextSessionAt: instantOut.nullable(),
  /** People who asked for it in check-ins and wait; null for managers, who do not see answers to check-ins. */
  waiting: z.number().int().nullable(),
  archivedAt: instantOut.nullable(),
  createdBy: z.string(),
  createdAt: instantOut,
  etag: z.string(),
});
export type CourseAnswer = z.output<typeof course>;

export const listCourses = endpoint({
  method: "GET",
  path: "/api/courses",
  summary: "Courses; with `archived` those that are, or are not, offered any more",
  query: listQuery(["createdAt"], { archived: z.stringbool().optional() }, "-createdAt"),
  response: pageOf(course),
});

export const getCourse = endpoint({
  method: "GET",
  path: "/api/courses/{id}",
  summary: "One course",
  params: idParams,
  response: course,
});

const ids = z.array(id).max(100);
const webAddress = z.url({ protocol: /^https?$/ }).max(1000);
const fields = {
  title: z.strictObject({ en: line(200), cy: optionalLine(200) }),
  provider: optionalLine(200),
  link: webAddress.nullable().optional(),
  description: optionalLine(4000),
};

export const addCourse = endpoint({
  method: "POST",
  path: "/api/courses",
  summary: "Add a course, with what it is good for",
  body: z.strictObject({
    ...fields,
    itemIds: ids.default([]),
    applicationIds: ids.default([]),
    skuIds: ids.default([]),
  }),
  response: course,
  status: 201,
});

export const changeCourse = endpoint({
  method: "PATCH",
  path: "/api/courses/{id}",
  summary: "Change a course, take it out of what is offered, or offer it again",
  params: idParams,
  body: z
    .strictObject({ ...fields, itemIds: ids, applicationIds: ids, skuIds: ids, archived: z.boolean() })
    .partial(),
  response: course,
  ifMatch: true,
});

export const listCourseSessions = endpoint({
  method: "GET",
  path: "/api/courses/{id}/sessions",
  summary: "The sessions of a course by their starts, those that belong to a rollout too",
  params: idParams,
  query: listQuery(["startsAt"], {}, "-startsAt"),
  response: pageOf(training),
});

export const planCourseSession = endpoint({
  method: "POST",
  path: "/api/courses/{id}/sessions",
  summary: "Plan a session of a course that belongs to no rollout; its title is the course's unless told",
  params: idParams,
  body: z.strictObject({
    title: optionalLine(200),
    startsAt: instant,
    places: z.number().int().min(1).max(10_000),
  }),
  response: training,
  status: 201,
  location: "/api/training",
});

export const getCourseHistory = historyEndpoint(
  "/api/courses/{id}/history",
  "What was done to a course and its own sessions, newest first",
);

const trainingRequest = z.object({
  id: z.string(),
  origin: z.enum(requestOrigins),
  personId: id,
  personName: z.string(),
  teamName: z.string().nullable(),
  subjectKind: z.enum(requestSubjects),
  subjectId: z.string().nullable(),
  subjectName: z.string().nullable(),
  words: z.string().nullable(),
  askedAt: instantOut,
  /** Offered courses that are good for it. */
  courses: z.array(course.pick({ id: true, title: true })),
});
export type TrainingRequestAnswer = z.output<typeof trainingRequest>;

export const listTrainingRequests = endpoint({
  method: "GET",
  path: "/api/training-requests",
  summary: "Who asked for training in a check-in and has been at none on it since; never from a survey",
  query: listQuery(["askedAt"], { course: id.optional() }),
  response: pageOf(trainingRequest),
});
