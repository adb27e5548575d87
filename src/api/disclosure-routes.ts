import {
  exportDisclosure,
  getApplicationDisclosure,
  getDisclosureRules,
  putApplicationDisclosure,
  putDisclosureRules,
} from "../contracts/disclosure-contract";
import { exportFormats, mediaTypes } from "../contracts/export-contract";
import * as rules from "../services/disclosure/disclosure-rules";
import { makeDisclosure } from "../services/disclosure/disclosure-service";
import { csvOf } from "../services/export/csv-writer";
import { xlsxOf } from "../services/export/xlsx-writer";
import type { ServiceContext } from "../services/service-context";
import { disclosureTables } from "./disclosure-file";
import { FileAnswer } from "./file-answer";
import { handle, handleFile, type Route } from "./handle";
import { applicationFilter } from "./list-filters";

/** Answers to freedom-of-information requests, and what the council withholds in them. */
export function disclosureRoutes(context: ServiceContext): Route[] {
  return [
    ...exportFormats.map((format) =>
      handleFile(exportDisclosure[format], "disclosure.make", async ({ query }, request) => {
        const made = await makeDisclosure(context, request.caller, applicationFilter(query), format);
        const tables = disclosureTables(made, (key, params) =>
          request.translate(request.language, key, params),
        );
        const name = `toolroll-freedom-of-information-${made.at.slice(0, 10)}.${format}`;
        return format === "csv"
          ? new FileAnswer(`${mediaTypes.csv}; charset=utf-8`, name, csvOf(...tables))
          : new FileAnswer(mediaTypes.xlsx, name, xlsxOf(...tables));
      }),
    ),
    handle(getDisclosureRules, "disclosure.make", () => rules.councilRules(context)),
    handle(putDisclosureRules, "disclosure.make", ({ body }, { caller }) =>
      rules.changeCouncilRules(context, caller, body),
    ),
    handle(getApplicationDisclosure, "disclosure.make", ({ params }, { caller }) =>
      rules.applicationRules(context, caller, params.id),
    ),
    handle(putApplicationDisclosure, "disclosure.make", ({ params, body }, { caller }) =>
      rules.changeApplicationRules(context, caller, params.id, body),
    ),
  ];
}
