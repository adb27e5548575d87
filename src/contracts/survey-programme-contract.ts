import { z } from "zod";
import { daysOpenRange, programmeStates, programmeWeeks } from "../domain/survey/programme";
import { surveyStates } from "../domain/survey/survey";
import { endpoint, idParams } from "./endpoint";
import { figures } from "./survey-contract";
import { id, instant, instantOut, listQuery, pageOf } from "./wire";

const [shortest, longest] = programmeWeeks;
const everyWeeks = z.union([z.literal(shortest), z.literal(longest)]);
const daysOpen = z.number().int().min(daysOpenRange.least).max(daysOpenRange.most);

const programme = z.object({
  id,
  /** Of the newest run. */
  title: z.string(),
  everyWeeks,
  daysOpen: z.number().int(),
  nextOpensAt: instantOut,
  state: z.enum(programmeStates),
  createdBy: z.string(),
  createdAt: instantOut,
  /** Its surveys, the newest first. */
  runs: z.array(
    z.object({
      surveyId: id,
      title: z.string(),
      state: z.enum(surveyStates),
      openedAt: instantOut.nullable(),
      closedAt: instantOut.nullable(),
    }),
  ),
  etag: z.string(),
});
export type ProgrammeAnswer = z.output<typeof programme>;

export const listProgrammes = endpoint({
  method: "GET",
  path: "/api/survey-programmes",
  summary: "What repeats surveys by itself, newest first",
  query: listQuery(["createdAt"], {}, "-createdAt"),
  response: pageOf(programme),
});

export const getProgramme = endpoint({
  method: "GET",
  path: "/api/survey-programmes/{id}",
  summary: "One programme with its runs",
  params: idParams,
  response: programme,
});

export const startProgramme = endpoint({
  method: "POST",
  path: "/api/survey-programmes",
  summary:
    "Repeat a survey every 6 or 13 weeks; each run is a survey of its own with a membership of its own",
  body: z.strictObject({
    surveyId: id,
    everyWeeks,
    daysOpen: daysOpen.optional(),
    /** Left out it is one interval after the survey opened. */
    nextOpensAt: instant.optional(),
  }),
  response: programme,
  status: 201,
});

export const changeProgramme = endpoint({
  method: "PATCH",
  path: "/api/survey-programmes/{id}",
  summary: "Move the next run, change the interval, stop the programme or go on with it",
  params: idParams,
  body: z
    .strictObject({ everyWeeks, daysOpen, nextOpensAt: instant, state: z.enum(programmeStates) })
    .partial(),
  response: programme,
  ifMatch: true,
});

const point = figures.extend({
  surveyId: id,
  title: z.string(),
  closedAt: instantOut.nullable(),
  /** Since the last released figure before; null where there is none to compare with. */
  change: z.enum(["up", "down", "no-clear-change"]).nullable(),
});
export type TrendPointAnswer = z.output<typeof point>;

const trend = z.object({
  surveyId: id,
  teamId: id,
  items: z.array(z.object({ itemId: id, points: z.array(point) })),
});
export type TrendAnswer = z.output<typeof trend>;

export const getSurveyTrend = endpoint({
  method: "GET",
  path: "/api/surveys/{id}/trend",
  summary: "A team in this survey and in those before it that asked the same, from their releases alone",
  params: idParams,
  /** Without a team it is the whole. */
  query: z.strictObject({ team: id.optional() }),
  response: trend,
});

export const exportTrend = endpoint({
  method: "GET",
  path: "/api/exports/surveys/{id}/trend.csv",
  summary: "The same trend as CSV, hidden cells hidden; with an item that statement alone",
  params: idParams,
  query: z.strictObject({ team: id.optional(), item: id.optional() }),
  response: z.string(),
  media: "text/csv",
});
