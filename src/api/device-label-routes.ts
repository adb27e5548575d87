import {
  addDeviceLabel,
  changeDeviceLabel,
  listDeviceLabels,
  removeDeviceLabel,
} from "../contracts/device-label-contract";
import * as labels from "../services/device-label-service";
import type { ServiceContext } from "../services/service-context";
import { withEtag } from "./etag";
import { handle, type Route } from "./handle";

export function deviceLabelRoutes(context: ServiceContext): Route[] {
  return [
    handle(listDeviceLabels, "device.read", async (_, { caller }) => ({
      items: (await labels.listDeviceLabels(context, caller)).map(withEtag),
    })),
    handle(addDeviceLabel, "device.change", async ({ body }, { caller }) =>
      withEtag(await labels.addDeviceLabel(context, caller, { ...body, reason: body.reason ?? null })),
    ),
    handle(changeDeviceLabel, "device.change", async ({ params, body }, { caller, version }) => {
      const { reason, confirmDevices, ...wanted } = body;
      const input = { id: params.id, version, wanted, confirmDevices, reason: reason ?? null };
      return withEtag(await labels.changeDeviceLabel(context, caller, input));
    }),
    handle(removeDeviceLabel, "device.change", async ({ params }, { caller }) => {
      await labels.removeDeviceLabel(context, caller, params.id);
      return undefined;
    }),
  ];
}
