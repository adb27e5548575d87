import {
  addWaitingDevices,
  decideWaitingDevice,
  listWaitingDevices,
} from "../contracts/waiting-device-contract";
import { addSightings, decideSighting } from "../services/graph-sync/decide-devices";
import {
  listWaitingDevices as listWaiting,
  type WaitingDevice,
} from "../services/graph-sync/waiting-devices";
import type { ServiceContext } from "../services/service-context";
import { pageAnswer, pageRequest } from "./cursor";
import { handle, type Route } from "./handle";

export function waitingDeviceRoutes(context: ServiceContext): Route[] {
  return [
    handle(listWaitingDevices, "graph-sync.read", async ({ query }) => {
      const found = await listWaiting(context, query.standing, pageRequest<"name">(query));
      const { counts, asOf, names } = found;
      return { ...pageAnswer(found, query.sort, present), counts, asOf, names: Object.fromEntries(names) };
    }),
    handle(decideWaitingDevice, "device.change", ({ params, body }, { caller }) =>
      decideSighting(context, caller, params.id, body),
    ),
    handle(addWaitingDevices, "device.change", async ({ body }, { caller, translate, language }) => {
      const { added, refused } = await addSightings(context, caller, body.ids);
      const told = refused.map(({ id, refusal }) => {
        return { id, message: translate(language, `refusal.${refusal.code}`, refusal.params) };
      });
      return { added, refused: told };
    }),
  ];
}

function present({ seen, personName, candidates, contested }: WaitingDevice) {
  const times = [seen.lastSyncAt, seen.lastSignInAt ?? ""].sort();
  return {
    id: seen.intuneId,
    name: seen.name || null,
    serial: seen.serial || null,
    manufacturer: seen.manufacturer || null,
    model: seen.model || null,
    os: seen.os || null,
    osVersion: seen.osVersion || null,
    lastSeenAt: times.at(-1) || null,
    personName,
    candidates: candidates.map(({ id: deviceId, assetTag, serial, model, assigneeName }) => {
      return { deviceId, assetTag, serial, model, holderName: assigneeName };
    }),
    changes: [...contested],
  };
}
