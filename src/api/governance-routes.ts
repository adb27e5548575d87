import { exportPersonData } from "../contracts/data-export-contract";
import {
  changeRetention,
  erasePerson,
  getRetention,
  listLeavers,
  tryRetention,
} from "../contracts/governance-contract";
import type { RetentionKind } from "../domain/retention";
import * as dataExport from "../services/data-export-service";
import * as erasure from "../services/erasure-service";
import * as leavers from "../services/leaver-service";
import * as retention from "../services/retention-service";
import type { ServiceContext } from "../services/service-context";
import { pageAnswer, pageRequest } from "./cursor";
import { dataExportPage, notHeldSentences } from "./data-export-page";
import { FileAnswer } from "./file-answer";
import { handle, handleFile, type Route } from "./handle";

export function governanceRoutes(context: ServiceContext): Route[] {
  return [
    handle(getRetention, "retention.read", async () => ({ items: await retention.getRetention(context) })),
    handle(changeRetention, "retention.change", async ({ body }, { caller }) => ({
      items: await retention.changeRetention(context, caller, daysOf(body.items), body.reason ?? null),
    })),
    handle(tryRetention, "retention.change", async ({ body }) => ({
      items: await retention.tryRetention(context, daysOf(body?.items ?? [])),
    })),
    handle(listLeavers, "leaver.read", async ({ query }) => {
      const filter = { holding: query.holding, search: query.q };
      const found = await leavers.listLeavers(context, filter, pageRequest<"name">(query));
      return pageAnswer(found, query.sort, ({ devices, ...leaver }) => ({
        ...leaver,
        devices: [...devices],
      }));
    }),
    handleFile(exportPersonData, "person.export", async ({ params, query }, request) => {
      const held = await dataExport.exportPersonData(context, request.caller, params.id);
      const data = { ...held, notHeld: notHeldSentences(request) };
      if (query.format !== "html" && (query.format === "json" || !request.prefersHtml)) return data;
      const name = `toolroll-data-${data.exportedAt.slice(0, 10)}.html`;
      return new FileAnswer("text/html; charset=utf-8", name, [dataExportPage(data, request)]);
    }),
    handle(erasePerson, "person.erase", async ({ params, body }, { caller }) => {
      const { reason = null, confirmed = false } = body ?? {};
      const done = await erasure.erasePerson(context, caller, { personId: params.id, reason, confirmed });
      return { ...done, toReview: [...done.toReview] };
    }),
  ];
}

function daysOf(items: readonly { readonly kind: RetentionKind; readonly days: number }[]) {
  return new Map(items.map(({ kind, days }) => [kind, days]));
}
