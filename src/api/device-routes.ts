import {
  assignDevice,
  changeDevice,
  changeDevices,
  createDevice,
  deleteDevice,
  disposeDevice,
  getDevice,
  getDeviceHistory,
  getDeviceSummary,
  listDevices,
  previewDevices,
  restoreDevice,
  returnDevice,
} from "../contracts/device-contract";
import { getDeviceGlance } from "../contracts/device-glance-contract";
import type { BulkVerdict } from "../domain/bulk-change";
import type { DeviceView } from "../domain/device-view";
import { withStates } from "../domain/lifecycle/lifecycle";
import * as bulk from "../services/bulk-service";
import * as disposals from "../services/device-disposal-service";
import { glanceAtDevices } from "../services/device-glance";
import * as overview from "../services/device-overview";
import * as devices from "../services/device-service";
import type { ServiceContext } from "../services/service-context";
import type { ApiRequest } from "./api-request";
import { pageRequest } from "./cursor";
import { around, holdTo, pageEncoderOf, recordEncoderOf } from "./encoder";
import { withEtag } from "./etag";
import { handle, handleEncoded, type Route } from "./handle";
import { historyAnswer } from "./history-answer";
import { deviceFilter } from "./list-filters";

const encodePage = pageEncoderOf(listDevices.response, overview.listedFields);
const encodeDevice = recordEncoderOf(getDevice.response, overview.listedFields);
holdTo(getDeviceSummary.response.shape.groups.element, overview.groupFields);

export function deviceRoutes(context: ServiceContext): Route[] {
  const present = (device: DeviceView) => withEtag(withStates(device, context.clock.now()));
  return [
    handleEncoded(listDevices, "device.read", async ({ query }, { caller }) => {
      const page = await overview.listDevices(context, caller, deviceFilter(query), pageRequest(query));
      return encodePage(page, query.sort);
    }),
    handleEncoded(getDevice, "device.read", async ({ params }, { caller }) =>
      encodeDevice(await overview.readDevice(context, caller, params.id)),
    ),
    handle(createDevice, "device.change", async ({ body }, { caller }) =>
      present(await devices.createDevice(context, caller, body)),
    ),
    handle(changeDevice, "device.change", async ({ params, body }, { caller, version }) => {
      const { reason, ...wanted } = body;
      const input = { id: params.id, version, wanted, reason: reason ?? null };
      return present(await devices.changeDevice(context, caller, input));
    }),
    handle(deleteDevice, "device.change", async ({ params }, { caller }) => {
      await devices.removeDevice(context, caller, params.id);
      return undefined;
    }),
    handle(assignDevice, "device.change", async ({ params, body }, { caller }) => {
      const input = { id: params.id, personId: body.personId, note: body.note ?? null };
      return present(await devices.assignDevice(context, caller, input));
    }),
    handle(returnDevice, "device.change", async ({ params, body }, { caller }) => {
      const input = { id: params.id, note: body?.note ?? null };
      return present(await devices.returnDevice(context, caller, input));
    }),
    handle(disposeDevice, "device.change", async ({ params, body }, { caller }) => {
      const { note, reference, ...rest } = body;
      const disposal = { ...rest, reference: reference ?? null };
      const input = { id: params.id, disposal, note: note ?? null };
      return present(await disposals.disposeDevice(context, caller, input));
    }),
    handle(restoreDevice, "device.change", async ({ params, body }, { caller }) =>
      present(await disposals.restoreDevice(context, caller, { id: params.id, reason: body.reason })),
    ),
    handle(changeDevices, "device.change", async ({ body }, { caller }) => {
      const { reason, ...wanted } = body.change;
      const input = { ids: body.ids, wanted, reason: reason ?? null };
      return { changed: await bulk.changeDevices(context, caller, input) };
    }),
    handle(previewDevices, "device.change", async ({ body }, request) => {
      const { reason: _, ...wanted } = body.change;
      return previewAnswer(
        await bulk.previewChange(context, request.caller, { ids: body.ids, wanted }),
        request,
      );
    }),
    handle(getDeviceGlance, "device.read", ({ query }, { caller }) =>
      glanceAtDevices(context, caller, {
        teamIds: query.team ? [query.team] : undefined,
        below: query.below,
      }),
    ),
    handle(getDeviceHistory, "device.read", async ({ params, query }, { caller }) =>
      historyAnswer(query, (page) => overview.deviceHistory(context, caller, params.id, page)),
    ),
    handleEncoded(getDeviceSummary, "device.read", async ({ query }, { caller }) => {
      const { groups, total } = await overview.summariseDevices(context, caller, query.by);
      return { json: around('{"groups":', groups, `,"total":${total}}`) };
    }),
  ];
}

function previewAnswer({ items, names }: bulk.BulkPreview, { language, translate }: ApiRequest) {
  const count = (wanted: BulkVerdict) => items.filter(({ judged }) => judged.verdict === wanted).length;
  return {
    items: items.map(({ device: { id, assetTag }, judged }) => ({
      id,
      assetTag,
      verdict: judged.verdict,
      changes: judged.verdict === "change" ? judged.changes : [],
      problem:
        judged.verdict === "refused"
          ? translate(language, `refusal.${judged.refusal.code}`, judged.refusal.params)
          : null,
    })),
    counts: { change: count("change"), unchanged: count("unchanged"), refused: count("refused") },
    names: Object.fromEntries(names),
  };
}
