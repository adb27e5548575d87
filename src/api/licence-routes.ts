import {
  getLicence,
  getLicenceOverview,
  listLicenceHolders,
  listLicences,
  setLicenceOwner,
  setLicencePrice,
} from "../contracts/licence-contract";
import { licenceDetails } from "../services/licence/licence-details";
import { licenceOverview } from "../services/licence/licence-overview";
import type { LicenceReference } from "../services/licence/licence-reference";
import * as licences from "../services/licence/licence-service";
import { setPrice } from "../services/licence/price-service";
import * as care from "../services/licence/renewal-care";
import type { ServiceContext } from "../services/service-context";
import { pageAnswer, pageRequest } from "./cursor";
import { textPageEncoderOf } from "./encoder";
import { handle, handleEncoded, type Route } from "./handle";
import { licenceMoneyRoutes } from "./licence-money-routes";
import { licenceReviewRoutes } from "./licence-review-routes";

const encodeHolders = textPageEncoderOf(listLicenceHolders.response, licences.listedHolderFields);

/** @param connected whether an app registration is set up to read Microsoft Graph with */
export function licenceRoutes(
  context: ServiceContext,
  reference: LicenceReference,
  connected: boolean,
): Route[] {
  return [
    ...licenceMoneyRoutes(context, reference),
    ...licenceReviewRoutes(context),
    handle(listLicences, "licence.read", async ({ query }) => {
      const asked = pageRequest<"productName">(query);
      const page = await licences.listLicences(context, reference, { search: query.q }, asked);
      return pageAnswer(page, query.sort, (each) => each);
    }),
    handle(getLicenceOverview, "licence.read", () => licenceOverview(context, reference, connected)),
    handle(getLicence, "licence.read", ({ params }) => licenceDetails(context, reference, params.skuId)),
    handleEncoded(listLicenceHolders, "licence.read", async ({ params, query }) => {
      const filter = { useBand: query.useBand, search: query.q };
      const page = await licences.listHolders(context, params.skuId, filter, pageRequest<"name">(query));
      return encodeHolders(page, query.sort);
    }),
    handle(setLicenceOwner, "licence.change", async ({ params, body }, { caller }) => ({
      owner: await care.setLicenceOwner(context, caller, params.skuId, body.personId),
    })),
    handle(setLicencePrice, "licence.change", async ({ params: { skuId }, body }, { caller }) => {
      const { amount, currency, per, from, until = null } = body;
      await setPrice(context, caller, { skuId, price: { amount, currency }, per, from, until });
      return { skuId, ...body };
    }),
  ];
}
