import {
  changeReplacementAges,
  getOsSupport,
  getReplacementAges,
  replaceOsSupport,
  resetOsSupport,
} from "../contracts/lifecycle-contract";
import { deviceTypes } from "../domain/device";
import { shippedAges } from "../domain/lifecycle/replacement";
import * as lifecycle from "../services/lifecycle-service";
import type { ServiceContext } from "../services/service-context";
import { handle, type Route } from "./handle";

export function lifecycleRoutes(context: ServiceContext): Route[] {
  return [
    handle(getOsSupport, "setting.read", () => lifecycle.getOsSupport(context)),
    handle(replaceOsSupport, "setting.change", ({ body: { reason, ...table } }, { caller }) =>
      lifecycle.replaceOsSupport(context, caller, table, reason ?? null),
    ),
    handle(resetOsSupport, "setting.change", (_, { caller }) => lifecycle.resetOsSupport(context, caller)),
    handle(getReplacementAges, "setting.read", async () =>
      agesAnswer(await lifecycle.getReplacementAges(context)),
    ),
    handle(changeReplacementAges, "setting.change", async ({ body }, { caller }) => {
      const wanted = new Map(body.items.map(({ type, years }) => [type, years]));
      const done = await lifecycle.changeReplacementAges(context, caller, wanted, body.reason ?? null);
      return { ...agesAnswer(done), devices: done.devices };
    }),
  ];
}

function agesAnswer({ ages, own, changedAt, changedByName }: lifecycle.AgesTable) {
  const items = deviceTypes.map((type) => ({ type, years: ages[type], defaultYears: shippedAges[type] }));
  return { own, changedAt, changedByName, items };
}
