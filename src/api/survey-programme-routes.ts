import * as contract from "../contracts/survey-programme-contract";
import { toInstant } from "../domain/instant";
import { csvOf } from "../services/export/csv-writer";
import type { ServiceContext } from "../services/service-context";
import * as programmes from "../services/survey/survey-programme-service";
import { surveyTrend } from "../services/survey/survey-trend";
import { exportTrend } from "../services/survey/survey-trend-export";
import { pageAnswer, pageRequest } from "./cursor";
import { etagOf } from "./etag";
import { FileAnswer } from "./file-answer";
import { handle, handleEncoded, handleFile, type Route } from "./handle";
import { encodeTrend } from "./survey-encoding";

export function surveyProgrammeRoutes(context: ServiceContext): Route[] {
  return [
    handle(contract.listProgrammes, "survey.plan", async ({ query }) => {
      const page = await programmes.listProgrammes(context, pageRequest<"createdAt">(query));
      return pageAnswer(page, query.sort, present);
    }),
    handle(contract.getProgramme, "survey.plan", async ({ params }) =>
      present(await programmes.getProgramme(context, params.id)),
    ),
    handle(contract.startProgramme, "survey.change", async ({ body }, { caller }) => {
      const { surveyId, everyWeeks, daysOpen = null, nextOpensAt = null } = body;
      const draft = { everyWeeks, daysOpen, nextOpensAt };
      return present(await programmes.startProgramme(context, caller, surveyId, draft));
    }),
    handle(contract.changeProgramme, "survey.change", async ({ params, body }, { caller, version }) =>
      present(await programmes.changeProgramme(context, caller, params.id, version, body)),
    ),
    handleEncoded(contract.getSurveyTrend, "survey.read", async ({ params, query }, { caller }) =>
      encodeTrend(await surveyTrend(context, caller, params.id, query.team ?? null)),
    ),
    handleFile(contract.exportTrend, "survey.read", async ({ params, query }, { caller }) => {
      const table = await exportTrend(context, caller, params.id, query);
      const day = toInstant(context.clock.now()).slice(0, 10);
      return new FileAnswer("text/csv; charset=utf-8", `toolroll-survey-trend-${day}.csv`, csvOf(table));
    }),
  ];
}

function present(view: programmes.ProgrammeView) {
  const { minute: _, version, ...programme } = view.programme;
  return {
    ...programme,
    title: programmes.newestOf(view).title,
    runs: view.runs.map(({ id: surveyId, title, state, openedAt, closedAt }) => {
      return { surveyId, title, state, openedAt, closedAt };
    }),
    etag: etagOf(version),
  };
}
