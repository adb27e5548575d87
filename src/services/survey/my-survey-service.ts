import type { Reader } from "../../database/gateway";
import { findCheckIn } from "../../database/stores/check-in-store";
import { findDelivery } from "../../database/stores/delivery-store";
import { eraseResponse, findResponse, putResponse } from "../../database/stores/survey-response-store";
import { memberTeam } from "../../database/stores/survey-roster-store";
import { lockSurvey, surveyOfCheckIn, surveysAsking } from "../../database/stores/survey-store";
import { toInstant } from "../../domain/instant";
import { Refusal } from "../../domain/refusal";
import { respond, type SurveyResponse } from "../../domain/survey/response";
import type { AnswerValue } from "../../domain/survey/scale";
import { type Survey, takesSurveyAnswers } from "../../domain/survey/survey";
import type { ServiceContext } from "../service-context";

/** A survey that asks a person, with what that person, and nobody else, is shown of their own answer. */
export interface MySurvey
  extends Pick<Survey, "id" | "title" | "items" | "comments" | "closesAt" | "minimumGroup"> {
  readonly response: SurveyResponse | null;
}

/** A survey as a card asks it. */
export type SurveyQuestion = Pick<Survey, "title" | "items" | "comments" | "closesAt" | "minimumGroup">;

/** Open surveys that ask the person, the most urgent first. */
export function mySurveys(context: ServiceContext, personId: string): Promise<MySurvey[]> {
  const now = toInstant(context.clock.now());
  return context.gateway.read(async (reader) => {
    const asking = await surveysAsking(reader, personId, now);
    const mine: MySurvey[] = [];
    for (const survey of asking)
      mine.push({ ...survey, response: await findResponse(reader, survey.id, personId) });
    return mine;
  });
}

export interface SurveyAnswerInput {
  readonly surveyId: string;
  readonly personId: string;
  readonly answers: readonly { readonly itemId: string; readonly value: AnswerValue }[];
  readonly comment: string | null;
}

/**
 * Takes what a person says; a later answer replaces the earlier one until the survey closes. Leaves no event and no time.
 * @throws Refusal not-found `survey-not-yours`; conflict `survey-closed`; invalid `answer-unknown`, `answer-empty`
 */
export function answerSurvey(context: ServiceContext, input: SurveyAnswerInput): Promise<Survey> {
  const { surveyId, personId } = input;
  return context.gateway.write(async (tx) => {
    const survey = refuseClosed(await lockSurvey(tx, surveyId, false), context.clock.now());
    const teamId = refuseOthers(await memberTeam(tx, surveyId, personId));
    const response = respond(survey, input.answers, input.comment);
    await putResponse(tx, { surveyId, personId, teamId }, response, context.newId);
    return survey;
  });
}

/** Takes an answer back as if it had never been given. @throws Refusal as `answerSurvey` */
export async function takeBackAnswer(
  context: ServiceContext,
  surveyId: string,
  personId: string,
): Promise<void> {
  await context.gateway.write(async (tx) => {
    refuseClosed(await lockSurvey(tx, surveyId, false), context.clock.now());
    refuseOthers(await memberTeam(tx, surveyId, personId));
    await eraseResponse(tx, surveyId, personId);
  });
}

/** Whether a delivery asks for answers to a survey. */
export function isSurveyDelivery(context: ServiceContext, deliveryId: string): Promise<boolean> {
  return context.gateway.read(async (reader) => {
    const delivery = await findDelivery(reader, deliveryId);
    const checkIn = delivery && (await findCheckIn(reader, delivery.checkInId));
    return checkIn?.purpose === "survey";
  });
}

/**
 * The open survey that a delivery asks its person to answer.
 * @throws Refusal not-found `delivery-not-yours`; conflict `survey-closed`
 */
export function surveyOfDelivery(
  context: ServiceContext,
  deliveryId: string,
  personId: string,
): Promise<MySurvey> {
  return context.gateway.read(async (reader) => {
    const survey = await askedBy(reader, deliveryId, personId);
    refuseClosed(survey, context.clock.now());
    return { ...survey, response: await findResponse(reader, survey.id, personId) };
  });
}

async function askedBy(reader: Reader, deliveryId: string, personId: string): Promise<Survey> {
  const delivery = await findDelivery(reader, deliveryId);
  if (delivery?.personId !== personId) throw new Refusal("not-found", "delivery-not-yours");
  const survey = await surveyOfCheckIn(reader, delivery.checkInId);
  if (survey === null) throw new Refusal("not-found", "delivery-not-yours");
  return survey;
}

function refuseClosed(survey: Survey | null, now: Date): Survey {
  if (survey === null || survey.state === "draft") throw new Refusal("not-found", "survey-not-yours");
  if (!takesSurveyAnswers(survey, now)) throw new Refusal("conflict", "survey-closed");
  return survey;
}

function refuseOthers(teamId: string | null): string {
  if (teamId === null) throw new Refusal("not-found", "survey-not-yours");
  return teamId;
}
