import { insertCheckIn } from "../../database/stores/check-in-store";
import { lockSurvey, surveyOfCheckIn, updateSurvey } from "../../database/stores/survey-store";
import { type CheckInDraft, checkInFor, refuseRhythm } from "../../domain/check-in";
import type { Caller } from "../../domain/permission";
import { Refusal } from "../../domain/refusal";
import { planAsking } from "../../domain/survey/survey";
import { tellCheckIn } from "../check-in/check-in-tell";
import { councilCalendar } from "../check-in/good-times";
import { type CheckInView, getCheckIn, withSummary } from "../check-in-overview";
import { closeCheckIn, launchCheckIn } from "../check-in-service";
import type { ServiceContext } from "../service-context";
import { by, openSurvey } from "./survey-service";
import { tellSurvey } from "./survey-tell";

/**
 * Drafts the check-in by which a survey that is a draft itself will ask.
 * @throws Refusal invalid `survey-unknown`, `recurrence-invalid`, `closes-in-past`, and as `planAsking`
 */
export function draftSurveyCheckIn(
  context: ServiceContext,
  caller: Caller,
  surveyId: string,
  draft: CheckInDraft,
): Promise<CheckInView> {
  const now = context.clock.now();
  const actor = by(caller);
  const checkIn = checkInFor(draft, context.newId(), actor.id, now);
  refuseRhythm(checkIn, now, councilCalendar(context).timeZone);
  return context.gateway.write(async (tx) => {
    const survey = await lockSurvey(tx, surveyId, true);
    if (survey === null) throw new Refusal("invalid", "survey-unknown");
    const planned = planAsking(survey, checkIn);
    await insertCheckIn(tx, checkIn);
    await tellCheckIn(context, tx, actor.id, "check-in.created", null, checkIn);
    await updateSurvey(tx, survey, planned);
    await tellSurvey(context, tx, actor, "changed", survey, planned);
    return withSummary(tx, checkIn);
  });
}

/** Launches a check-in; that of a survey is launched by opening the survey. @throws Refusal as both */
export async function launchAsked(context: ServiceContext, caller: Caller, id: string): Promise<CheckInView> {
  const survey = await context.gateway.read((reader) => surveyOfCheckIn(reader, id));
  if (survey?.state !== "draft") return launchCheckIn(context, caller.person.id, id);
  await openSurvey(context, caller, survey.id);
  return getCheckIn(context, id);
}

/** Closes a check-in; that of an open survey is closed by closing the survey. @throws Refusal conflict `survey-decides` */
export async function closeAsked(context: ServiceContext, caller: Caller, id: string): Promise<CheckInView> {
  const survey = await context.gateway.read((reader) => surveyOfCheckIn(reader, id));
  if (survey?.state === "open") throw new Refusal("conflict", "survey-decides");
  return closeCheckIn(context, caller.person.id, id);
}
