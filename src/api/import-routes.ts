import {
  listImports,
  readImportColumns,
  readImportProgress,
  runImport,
  undoImport,
} from "../contracts/import-contract";
import type { ImportProblem } from "../domain/import/problem";
import { progressOf } from "../services/import/import-progress";
import * as imports from "../services/import/import-service";
import { readColumns } from "../services/import/read-columns";
import * as undo from "../services/import/undo-import";
import type { ServiceContext } from "../services/service-context";
import type { ApiRequest } from "./api-request";
import { pageAnswer, pageRequest } from "./cursor";
import { handle, type Route } from "./handle";

export function importRoutes(context: ServiceContext): Route[] {
  return [
    handle(runImport, "import.run", async ({ query, body }, request) => {
      const { resolve: all, keep, take, ...rest } = query;
      const resolutions = { all, keep, take };
      const outcome = await imports.runImport(context, request.caller, { ...rest, resolutions, bytes: body });
      const problems = outcome.problems.map((problem) => presentAsked(problem, request));
      return { ...outcome, problems, names: Object.fromEntries(outcome.names) };
    }),
    handle(readImportProgress, "import.run", async ({ params }, { caller }) =>
      progressOf(context, caller, params.key),
    ),
    handle(readImportColumns, "import.run", async ({ query, body }) =>
      readColumns(context, { ...query, bytes: body }),
    ),
    handle(undoImport, "import.run", async ({ params }, { caller }) =>
      undo.undoImport(context, caller, params.id),
    ),
    handle(listImports, "import.run", async ({ query }) => {
      const page = pageRequest<"at">(query);
      const found = await imports.listImports(context, { search: query.q, changed: query.changed }, page);
      return pageAnswer(found, query.sort, (run) => run);
    }),
  ];
}

/** With its sentence in the reader's language. */
export function presentProblem(problem: ImportProblem, { language, translate }: ApiRequest) {
  const { line, column, severity, code, params } = problem;
  return { line, column, code, severity, message: translate(language, `import.problem.${code}`, params) };
}

/** Where the importer is asked once for the whole file how it writes days, nobody is told to type them again. */
function presentAsked(problem: ImportProblem, request: ApiRequest) {
  const shown = presentProblem(problem, request);
  if (problem.code !== "date-ambiguous") return shown;
  return {
    ...shown,
    message: request.translate(request.language, "import.problem.date-asked", problem.params),
  };
}
