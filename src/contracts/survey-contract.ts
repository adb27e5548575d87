import { z } from "zod";
import { languages } from "../domain/conversation";
import { longestComment } from "../domain/survey/response";
import { answerValues } from "../domain/survey/scale";
import { itemKinds, surveyStates } from "../domain/survey/survey";
import { audience, shownCard } from "./check-in-contract";
import { endpoint, idParams } from "./endpoint";
import { id, instant, instantOut, line, listQuery, optionalLine, pageOf } from "./wire";

/** So many that nobody stops half-way: a minute at most. */
export const mostItems = 30;

const item = z.object({
  id,
  kind: z.enum(itemKinds),
  text: z.object({ en: z.string(), cy: z.string().nullable() }),
  applicationId: z.string().nullable(),
  theme: z.string().nullable(),
});
export type SurveyItemAnswer = z.output<typeof item>;

const survey = z.object({
  id,
  title: z.string(),
  state: z.enum(surveyStates),
  items: z.array(item),
  audience,
  minimumGroup: z.number().int(),
  comments: z.boolean(),
  pulse: z.boolean(),
  checkInId: z.string().nullable(),
  programmeId: z.string().nullable(),
  createdBy: z.string(),
  createdAt: instantOut,
  openedAt: instantOut.nullable(),
  closesAt: instantOut.nullable(),
  closedAt: instantOut.nullable(),
  etag: z.string(),
});
export type SurveyAnswer = z.output<typeof survey>;

const wantedItem = z.strictObject({
  kind: z.enum(itemKinds),
  text: z.strictObject({ en: line(300), cy: optionalLine(300) }),
  applicationId: id.nullable().optional(),
  theme: optionalLine(100),
});

const wanted = {
  title: line(200),
  items: z.array(wantedItem).min(1).max(mostItems),
  audience,
  closesAt: instant.nullable(),
  minimumGroup: z.number().int().max(1_000),
  comments: z.boolean(),
  /** A pulse asks five statements at most. */
  pulse: z.boolean(),
};

export const previewSurveyCard = endpoint({
  method: "POST",
  path: "/api/surveys/card-preview",
  summary: "The card that a survey would send; nothing is kept or sent",
  body: z.strictObject({
    title: wanted.title,
    items: wanted.items,
    closesAt: wanted.closesAt,
    minimumGroup: wanted.minimumGroup,
    comments: wanted.comments,
    language: z.enum(languages),
  }),
  response: z.object({ card: shownCard }),
});

export const listSurveys = endpoint({
  method: "GET",
  path: "/api/surveys",
  summary: "Surveys that ask in the caller's teams, newest first",
  query: listQuery(["createdAt"], { state: z.enum(surveyStates).optional() }, "-createdAt"),
  response: pageOf(survey),
});

export const getSurvey = endpoint({
  method: "GET",
  path: "/api/surveys/{id}",
  summary: "One survey with its statements",
  params: idParams,
  response: survey,
});

export const createSurvey = endpoint({
  method: "POST",
  path: "/api/surveys",
  summary: "Draft a survey",
  body: z.strictObject({
    ...wanted,
    closesAt: wanted.closesAt.optional(),
    minimumGroup: wanted.minimumGroup.optional(),
    comments: wanted.comments.default(false),
    pulse: wanted.pulse.default(false),
  }),
  response: survey,
  status: 201,
});

export const changeSurvey = endpoint({
  method: "PATCH",
  path: "/api/surveys/{id}",
  summary:
    "Change a draft, or move the closing time of an open survey; the minimum group is only ever raised",
  params: idParams,
  body: z.strictObject(wanted).partial(),
  response: survey,
  ifMatch: true,
});

export const removeSurvey = endpoint({
  method: "DELETE",
  path: "/api/surveys/{id}",
  summary: "Remove a draft",
  params: idParams,
  response: z.undefined(),
  status: 204,
});

const step = (name: string, summary: string) =>
  endpoint({
    method: "POST",
    path: `/api/surveys/{id}/${name}`,
    summary,
    params: idParams,
    response: survey,
  });

export const openSurvey = step("open", "Freeze who is asked, and ask them in Teams");
export const closeSurvey = step(
  "close",
  "Take no more answers, make the figures once, and take apart people and answers",
);

export const count = z.union([z.number().int(), z.object({ min: z.number().int(), max: z.number().int() })]);
export type CountAnswer = z.output<typeof count>;

/** Either `hidden`, and then nothing else, or all the others. */
export const figures = z.object({
  itemId: id,
  hidden: z.literal(true).optional(),
  n: z.number().int().optional(),
  favourable: count.optional(),
  neutral: count.optional(),
  unfavourable: count.optional(),
  /** Null where the favourable count is a range. */
  favourablePercent: z.number().nullable().optional(),
  interval: z.array(z.number()).length(2).optional(),
});
export type FiguresAnswer = z.output<typeof figures>;

const results = z.object({
  surveyId: id,
  state: z.enum(surveyStates),
  minimumGroup: z.number().int(),
  /** The caller's teams and the whole to compare with; none before the close. */
  nodes: z.array(
    z.object({
      teamId: id,
      name: z.string(),
      parentId: z.string().nullable(),
      invited: z.number().int(),
      responded: z.number().int(),
      items: z.array(figures),
    }),
  ),
  /** Of groups of ten and more, in an order of chance. */
  comments: z.array(z.object({ id, teamId: id, text: z.string(), namesSomebody: z.boolean() })),
});
export type ResultsAnswer = z.output<typeof results>;
export type ResultNode = ResultsAnswer["nodes"][number];

export const getSurveyResults = endpoint({
  method: "GET",
  path: "/api/surveys/{id}/results",
  summary: "What was released of a survey, as far as the caller's scope reaches",
  params: idParams,
  response: results,
});

export const exportSurvey = endpoint({
  method: "GET",
  path: "/api/exports/surveys/{id}/results.csv",
  summary: "The same figures as CSV, hidden cells hidden; with a team or an item those rows alone",
  params: idParams,
  query: z.strictObject({ team: id.optional(), item: id.optional() }),
  response: z.string(),
  media: "text/csv",
});

const said = z.object({ itemId: id, value: z.enum(answerValues) });

const mySurvey = z.object({
  id,
  title: z.string(),
  items: z.array(item),
  comments: z.boolean(),
  minimumGroup: z.number().int(),
  closesAt: instantOut.nullable(),
  /** What the caller said so far. */
  response: z.object({ answers: z.array(said), comment: z.string().nullable() }).nullable(),
});
export type MySurveyAnswer = z.output<typeof mySurvey>;

export const listMySurveys = endpoint({
  method: "GET",
  path: "/api/my/surveys",
  summary: "Open surveys that ask the caller, with the caller's own answer",
  response: z.object({ items: z.array(mySurvey) }),
});

/** From the card and from the tab alike. */
export const surveyResponse = z.strictObject({
  answers: z
    .array(z.strictObject({ itemId: id, value: z.enum(answerValues) }))
    .min(1)
    .max(mostItems),
  comment: optionalLine(longestComment),
});

export const answerMySurvey = endpoint({
  method: "POST",
  path: "/api/my/surveys/{id}/response",
  summary: "Answer a survey; a later answer replaces the earlier one until it closes",
  params: idParams,
  body: surveyResponse,
  response: z.object({ surveyId: id, closesAt: instantOut.nullable() }),
});

export const takeBackMyResponse = endpoint({
  method: "DELETE",
  path: "/api/my/surveys/{id}/response",
  summary: "Take an answer back while the survey is open",
  params: idParams,
  response: z.undefined(),
  status: 204,
});
