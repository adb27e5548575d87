import {
  commentsOf,
  type ReleasedGroup,
  type ShownComment,
} from "../../database/stores/survey-release-store";
import { findSurvey, surveyPage } from "../../database/stores/survey-store";
import type { Page, PageRequest } from "../../domain/page";
import type { Caller } from "../../domain/permission";
import type { Survey, SurveyState } from "../../domain/survey/survey";
import { present } from "../device-overview";
import type { ServiceContext } from "../service-context";
import { releaseFor } from "./kept-release";

export function listSurveys(
  context: ServiceContext,
  caller: Caller,
  filter: { readonly state?: SurveyState | undefined; readonly search?: string | undefined },
  page: PageRequest<"createdAt">,
): Promise<Page<Survey>> {
  return context.gateway.read((reader) => surveyPage(reader, caller.scope, filter, page));
}

/** @throws Refusal not-found */
export function getSurvey(context: ServiceContext, caller: Caller, id: string): Promise<Survey> {
  return context.gateway.read((reader) => present(findSurvey(reader, id, caller.scope)));
}

export interface SurveyResults {
  readonly survey: Survey;
  /** The caller's teams and the whole. None before the close: nothing that people answer shows anywhere until then. */
  readonly groups: readonly ReleasedGroup[];
  readonly comments: readonly ShownComment[];
}

/** The release, as far as the caller's scope reaches, and nothing else. @throws Refusal not-found */
export function surveyResults(context: ServiceContext, caller: Caller, id: string): Promise<SurveyResults> {
  return context.gateway.read(async (reader) => {
    const survey = await present(findSurvey(reader, id, caller.scope));
    if (survey.state !== "closed") return { survey, groups: [], comments: [] };
    const groups = await releaseFor(context.gateway, reader, id, caller.scope);
    return { survey, groups, comments: await commentsOf(reader, id, caller.scope) };
  });
}
