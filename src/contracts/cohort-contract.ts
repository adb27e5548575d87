import { z } from "zod";
import { noCohortReasons } from "../domain/survey/cohort";
import { endpoint, idParams } from "./endpoint";
import { count } from "./survey-contract";
import { id, instantOut } from "./wire";

const sum = z.object({
  n: z.number().int(),
  favourable: count,
  /** Null where the count is a range. */
  favourablePercent: z.number().nullable(),
  interval: z.array(z.number()).length(2),
});

/** Sums of the released figures of whole teams. */
const side = z.object({
  teams: z.array(z.object({ id, name: z.string() })),
  people: z.number().int(),
  trained: z.number().int(),
  before: sum,
  after: sum,
  change: z.enum(["up", "down", "no-clear-change"]),
});
export type CohortSideAnswer = z.output<typeof side>;

const run = z.object({ id, title: z.string(), closedAt: instantOut.nullable() });

const cohort = z.object({
  course: z.object({ id, title: z.object({ en: z.string(), cy: z.string().nullable() }) }),
  statement: z.object({ en: z.string(), cy: z.string().nullable() }),
  before: run,
  after: run,
  /** Of the caller's teams, who were at a session between the two surveys. */
  attended: z.number().int(),
  /** Why there are no figures; null where there are. */
  because: z.enum(noCohortReasons).nullable(),
  trained: side.nullable(),
  /** Teams where hardly anybody was trained, to compare with. */
  others: side.nullable(),
});
export type CohortAnswer = z.output<typeof cohort>;

export const getCourseFigures = endpoint({
  method: "GET",
  path: "/api/courses/{id}/figures",
  summary: "How teams that took a course stood before and after, from two releases that both publish them",
  params: idParams,
  response: z.object({ items: z.array(cohort) }),
});

export const getSurveyTraining = endpoint({
  method: "GET",
  path: "/api/surveys/{id}/training",
  summary: "The same of every course taken between a survey and the one before that asked the same",
  params: idParams,
  response: z.object({ items: z.array(cohort) }),
});
