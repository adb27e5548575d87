import * as contract from "../contracts/vendor-change-contract";
import { vendorChangeStates } from "../domain/rollout/vendor-change";
import type { LicenceReference } from "../services/licence/licence-reference";
import * as changes from "../services/rollout/vendor-change-service";
import type { ServiceContext } from "../services/service-context";
import { pageAnswer, pageRequest } from "./cursor";
import { etagOf } from "./etag";
import { handle, type Route } from "./handle";

export function vendorChangeRoutes(context: ServiceContext, reference: LicenceReference): Route[] {
  return [
    handle(contract.listVendorChanges, "vendor-change.read", async ({ query }) => {
      const states = query.state === "all" ? vendorChangeStates : [query.state];
      const page = pageRequest<"press">(query);
      return pageAnswer(await changes.listVendorChanges(context, reference, states, page), query.sort, told);
    }),
    handle(contract.getVendorChange, "vendor-change.read", async ({ params }) =>
      told(await changes.getVendorChange(context, reference, params.id)),
    ),
    handle(contract.decideVendorChange, "rollout.change", async ({ params, body }, { caller, version }) => {
      const wanted = { state: body.state, reason: body.reason ?? null };
      const at = { id: params.id, version };
      return told(await changes.decideVendorChange(context, caller, reference, at, wanted));
    }),
  ];
}

function told({ applications, licences, teams, services, version, ...change }: changes.TouchedChange) {
  const lists = {
    services: [...services],
    applications: [...applications],
    licences: [...licences],
    teams: [...teams],
  };
  return { ...change, ...lists, etag: etagOf(version) };
}
