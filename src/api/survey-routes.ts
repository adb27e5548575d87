import * as contract from "../contracts/survey-contract";
import type { Language } from "../contracts/text/bilingual";
import type { Translate } from "../contracts/text/catalogue";
import { toInstant } from "../domain/instant";
import type { AnswerValue } from "../domain/survey/scale";
import type { ItemKind, Survey, SurveyItem } from "../domain/survey/survey";
import { csvOf } from "../services/export/csv-writer";
import type { Messenger } from "../services/messenger";
import type { ServiceContext } from "../services/service-context";
import * as mine from "../services/survey/my-survey-service";
import { closeSurvey } from "../services/survey/survey-closing";
import { exportSurvey } from "../services/survey/survey-export";
import * as overview from "../services/survey/survey-overview";
import * as surveys from "../services/survey/survey-service";
import { pageAnswer, pageRequest } from "./cursor";
import { etagOf } from "./etag";
import { FileAnswer } from "./file-answer";
import { handle, handleEncoded, handleFile, type Route } from "./handle";
import { encodeResults } from "./survey-encoding";
import { surveyProgrammeRoutes } from "./survey-programme-routes";

export function surveyRoutes(
  context: ServiceContext,
  messenger: Pick<Messenger, "surveyExampleOf">,
): Route[] {
  return [
    handle(contract.previewSurveyCard, "survey.change", async ({ body }) => {
      const items = body.items.map((item, at) => asked(item, `example-${at}`));
      const { lang, body: parts, actions } = messenger.surveyExampleOf({ ...body, items }, body.language);
      return { card: { lang, body: [...parts], actions: [...actions] } };
    }),
    ...readingRoutes(context),
    ...changingRoutes(context),
    ...ownRoutes(context),
    ...surveyProgrammeRoutes(context),
  ];
}

function readingRoutes(context: ServiceContext): Route[] {
  return [
    handle(contract.listSurveys, "survey.read", async ({ query }, { caller }) => {
      const filter = { state: query.state, search: query.q };
      const page = await overview.listSurveys(context, caller, filter, pageRequest<"createdAt">(query));
      return pageAnswer(page, query.sort, present);
    }),
    handle(contract.getSurvey, "survey.read", async ({ params }, { caller }) =>
      present(await overview.getSurvey(context, caller, params.id)),
    ),
    handleEncoded(
      contract.getSurveyResults,
      "survey.read",
      async ({ params }, { caller, language, translate }) =>
        encodeResults(await overview.surveyResults(context, caller, params.id), wholeIn(language, translate)),
    ),
    handleFile(
      contract.exportSurvey,
      "survey.read",
      async ({ params, query }, { caller, language, translate }) => {
        const whole = wholeIn(language, translate);
        const table = await exportSurvey(context, caller, params.id, query, whole);
        const day = toInstant(context.clock.now()).slice(0, 10);
        return new FileAnswer("text/csv; charset=utf-8", `toolroll-survey-${day}.csv`, csvOf(table));
      },
    ),
  ];
}

function changingRoutes(context: ServiceContext): Route[] {
  const items = (wanted: readonly WantedItem[]) => wanted.map((item) => asked(item, context.newId()));
  return [
    handle(contract.createSurvey, "survey.change", async ({ body }, { caller }) => {
      const { closesAt = null, minimumGroup = null, ...draft } = body;
      const survey = { ...draft, closesAt, minimumGroup, items: items(body.items) };
      return present(await surveys.createSurvey(context, caller, survey));
    }),
    handle(contract.changeSurvey, "survey.change", async ({ params, body }, { caller, version }) => {
      const wanted = { ...body, items: body.items && items(body.items) };
      return present(await surveys.changeSurvey(context, caller, params.id, version, wanted));
    }),
    handle(contract.removeSurvey, "survey.change", async ({ params }, { caller }) => {
      await surveys.removeSurvey(context, caller, params.id);
      return undefined;
    }),
    handle(contract.openSurvey, "survey.change", async ({ params }, { caller }) =>
      present(await surveys.openSurvey(context, caller, params.id)),
    ),
    handle(contract.closeSurvey, "survey.change", async ({ params }, { caller }) =>
      present(await closeSurvey(context, caller, params.id)),
    ),
  ];
}

function ownRoutes(context: ServiceContext): Route[] {
  return [
    handle(contract.listMySurveys, "own.read", async (_, { caller }) => {
      const found = await mine.mySurveys(context, caller.person.id);
      return {
        items: found.map((survey) => ({ ...survey, items: [...survey.items], response: ownOf(survey) })),
      };
    }),
    handle(contract.answerMySurvey, "own.answer", async ({ params, body }, { caller }) => {
      const given = { surveyId: params.id, personId: caller.person.id, comment: body.comment || null };
      const { closesAt } = await mine.answerSurvey(context, { ...given, answers: body.answers });
      return { surveyId: params.id, closesAt };
    }),
    handle(contract.takeBackMyResponse, "own.answer", async ({ params }, { caller }) => {
      await mine.takeBackAnswer(context, params.id, caller.person.id);
      return undefined;
    }),
  ];
}

interface WantedItem {
  readonly kind: ItemKind;
  readonly text: { readonly en: string; readonly cy?: string | null | undefined };
  readonly applicationId?: string | null | undefined;
  readonly theme?: string | null | undefined;
}

function asked({ kind, text, applicationId = null, theme }: WantedItem, id: string): SurveyItem {
  return { id, kind, text: { en: text.en, cy: text.cy || null }, applicationId, theme: theme || null };
}

function present(survey: Survey) {
  const { audience, items } = survey;
  const sendable = "teamIds" in audience ? { ...audience, teamIds: [...audience.teamIds] } : audience;
  return { ...survey, audience: sendable, items: [...items], etag: etagOf(survey.version) };
}

function ownOf({ response }: mine.MySurvey) {
  if (response === null) return null;
  const answers = Object.entries(response.answers) as [string, AnswerValue][];
  return { answers: answers.map(([itemId, value]) => ({ itemId, value })), comment: response.comment };
}

function wholeIn(language: Language, translate: Translate): string {
  return translate(language, "survey.everyone");
}
