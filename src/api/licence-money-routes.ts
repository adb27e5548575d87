import { exportFormats } from "../contracts/export-contract";
import {
  decideRenewal,
  exportLicencePrices,
  getLicenceCosts,
  getPriceBook,
  importLicencePrices,
  listOverlapPeople,
  listOverlaps,
  listRenewals,
  removeLicencePrice,
} from "../contracts/licence-money-contract";
import { licenceCosts } from "../services/licence/cost-overview";
import type { LicenceReference } from "../services/licence/licence-reference";
import { licenceOverlaps, peopleOfOverlap } from "../services/licence/overlap-service";
import { readPriceBook } from "../services/licence/price-book";
import { exportPrices, importPrices } from "../services/licence/price-file-service";
import { removePrice } from "../services/licence/price-service";
import * as care from "../services/licence/renewal-care";
import { upcomingRenewals } from "../services/licence/renewal-overview";
import type { ServiceContext } from "../services/service-context";
import { fileOf } from "./export-routes";
import { handle, handleFile, type Route } from "./handle";
import { presentProblem } from "./import-routes";

/** What licences cost, when that can change, and what is paid for twice. */
export function licenceMoneyRoutes(context: ServiceContext, reference: LicenceReference): Route[] {
  return [
    handle(getLicenceCosts, "licence.read", async ({ query }) => {
      const { teams, ...sums } = await licenceCosts(context, reference, query.skuId ?? null);
      return { ...sums, teams: teams.map((team) => ({ ...team, teamId: team.teamId || null })) };
    }),
    handle(listOverlaps, "licence.read", async () => ({ items: await licenceOverlaps(context, reference) })),
    handle(listOverlapPeople, "licence.read", async ({ params }) => {
      const found = await peopleOfOverlap(context, reference, params.skuId, params.withinSkuId);
      return { ...found, people: [...found.people] };
    }),
    handle(listRenewals, "licence.read", async () => ({ items: await upcomingRenewals(context, reference) })),
    handle(decideRenewal, "licence.change", async ({ params, body }, { caller }) => {
      const renewal = { ...params, actBy: body.actBy };
      await care.decideRenewal(context, reference, caller, renewal, body.decided);
      return { decided: body.decided };
    }),
    ...priceRoutes(context, reference),
  ];
}

function priceRoutes(context: ServiceContext, reference: LicenceReference): Route[] {
  return [
    handle(getPriceBook, "licence.read", async () => ({ items: await readPriceBook(context, reference) })),
    handle(removeLicencePrice, "licence.change", async ({ params }, { caller }) => {
      await removePrice(context, caller, params.skuId, params.from);
      return { removed: true as const };
    }),
    handle(importLicencePrices, "licence.change", async ({ query, body }, request) => {
      const file = { bytes: body, apply: query.mode === "apply" };
      const done = await importPrices(context, reference, request.caller, file);
      return {
        ...done,
        problems: done.problems.map((problem) => presentProblem(problem, request)),
        lines: done.lines.map(({ price, ...line }) => ({
          ...line,
          price: price && { ...price, until: price.until ?? null },
        })),
      };
    }),
    ...exportFormats.map((format) =>
      handleFile(exportLicencePrices[format], "licence.read", async () =>
        fileOf(context, await exportPrices(context, reference), format),
      ),
    ),
  ];
}
