import {
  type ExportFormat,
  exportApplications,
  exportContracts,
  exportDevices,
  exportFormats,
  exportPeople,
  exportTeams,
  mediaTypes,
} from "../contracts/export-contract";
import { toInstant } from "../domain/instant";
import { csvOf } from "../services/export/csv-writer";
import * as lists from "../services/export/export-service";
import type { ExportTable } from "../services/export/export-table";
import { xlsxOf } from "../services/export/xlsx-writer";
import type { ServiceContext } from "../services/service-context";
import { FileAnswer } from "./file-answer";
import { handleFile, type Route } from "./handle";
import { applicationFilter, deviceFilter, personFilter, teamFilter } from "./list-filters";

/** The lists as files. Each takes the right to read its list, and answers in the caller's scope. */
export function exportRoutes(context: ServiceContext): Route[] {
  return exportFormats.flatMap((format) => {
    const file = (table: ExportTable) => fileOf(context, table, format);
    return [
      handleFile(exportDevices[format], "device.read", async ({ query }, { caller }) =>
        file(await lists.exportDevices(context, caller, deviceFilter(query), orderOf(query.sort))),
      ),
      handleFile(exportApplications[format], "application.read", async ({ query }, { caller }) =>
        file(await lists.exportApplications(context, caller, applicationFilter(query), orderOf(query.sort))),
      ),
      handleFile(exportContracts[format], "application.read", async ({ query }, { caller }) => {
        const { application, noticeBefore, sort } = query;
        const filter = { noticeBefore, applicationId: application };
        return file(await lists.exportContracts(context, caller, filter, orderOf(sort)));
      }),
      handleFile(exportPeople[format], "person.read", async ({ query }, { caller }) =>
        file(await lists.exportPeople(context, caller, personFilter(query), orderOf(query.sort))),
      ),
      handleFile(exportTeams[format], "team.read", async ({ query }, { caller }) =>
        file(await lists.exportTeams(context, caller, teamFilter(query), orderOf(query.sort))),
      ),
    ];
  });
}

/** A table as a file of today. */
export function fileOf(context: ServiceContext, table: ExportTable, format: ExportFormat): FileAnswer {
  const day = toInstant(context.clock.now()).slice(0, 10);
  const pieces = format === "csv" ? csvOf(table) : xlsxOf(table);
  const type = format === "csv" ? `${mediaTypes.csv}; charset=utf-8` : mediaTypes.xlsx;
  return new FileAnswer(type, `toolroll-${table.name}-${day}.${format}`, pieces);
}

function orderOf<Sort extends string>(sort: string): { readonly sort: Sort; readonly descending: boolean } {
  const descending = sort.startsWith("-");
  return { sort: (descending ? sort.slice(1) : sort) as Sort, descending };
}
