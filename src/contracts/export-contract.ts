import { z } from "zod";
import { listApplications } from "./application-contract";
import { listDevices } from "./device-contract";
import { endpoint } from "./endpoint";
import { listPeople, listTeams } from "./person-contract";
import { listContracts } from "./supplier-contract";

export const exportFormats = ["csv", "xlsx"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** One export in both formats; a list's own query without its pages. */
export function exportsOf<Q extends z.ZodType>(kind: string, summary: string, query: Q) {
  const of = (format: ExportFormat) =>
    endpoint({
      method: "GET",
      path: `/api/exports/${kind}.${format}`,
      summary: `${summary}, as ${format.toUpperCase()}`,
      query,
      response: z.string(),
      media: mediaTypes[format],
    });
  return { csv: of("csv"), xlsx: of("xlsx") };
}

const paging = { limit: true, cursor: true } as const;

export const exportDevices = exportsOf(
  "devices",
  "The devices of the list with the headers of an import",
  listDevices.query.omit(paging),
);
export const exportApplications = exportsOf(
  "applications",
  "The applications of the list with the headers of an import",
  listApplications.query.omit(paging),
);
export const exportContracts = exportsOf(
  "contracts",
  "The contracts of the list with the headers of an import",
  listContracts.query.omit(paging),
);
export const exportPeople = exportsOf(
  "people",
  "The people of the list with the headers of an import",
  listPeople.query.omit(paging),
);
export const exportTeams = exportsOf(
  "teams",
  "The teams of the list with the headers of an import",
  listTeams.query.omit(paging),
);
