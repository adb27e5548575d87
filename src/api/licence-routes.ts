import { listLicenceHolders, listLicences, setLicencePrice } from "../contracts/licence-contract";
import type { LicenceReference } from "../services/licence/licence-reference";
import * as licences from "../services/licence/licence-service";
import type { ServiceContext } from "../services/service-context";
import { pageAnswer, pageRequest } from "./cursor";
import { handle, type Route } from "./handle";

export function licenceRoutes(context: ServiceContext, reference: LicenceReference): Route[] {
  return [
    handle(listLicences, "licence.read", async ({ query }) => {
      const asked = pageRequest<"productName">(query);
      const page = await licences.listLicences(context, reference, { search: query.q }, asked);
      return pageAnswer(page, query.sort, (each) => each);
    }),
    handle(listLicenceHolders, "licence.read", async ({ params, query }) => {
      const filter = { useBand: query.useBand, search: query.q };
      const page = await licences.listHolders(context, params.skuId, filter, pageRequest<"name">(query));
      return pageAnswer(page, query.sort, (each) => each);
    }),
    handle(setLicencePrice, "licence.change", async ({ params: { skuId }, body }, { caller }) => {
      const { amount, currency, per, from } = body;
      await licences.setPrice(context, caller, { skuId, price: { amount, currency }, per, from });
      return { skuId, ...body };
    }),
  ];
}
