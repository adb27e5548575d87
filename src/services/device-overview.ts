import { countGroups } from "../database/stores/device-count-store";
import { devicePage, findListed, type ListedDevice } from "../database/stores/device-list";
import { viewJsonFields } from "../database/stores/device-row";
import { findDevice } from "../database/stores/device-store";
import type { DeviceFilter, DeviceSort, SummaryDimension } from "../domain/device-query";
import type { Json, JsonPage, PageRequest } from "../domain/page";
import type { Caller } from "../domain/permission";
import { Refusal } from "../domain/refusal";
import type { WithBelow } from "../domain/team";
import { namedTeams } from "./named-teams";
import { type HistoryRequest, type RecordHistory, recordHistory } from "./record-history";
import type { ServiceContext } from "./service-context";

/** What the JSON text of a listed device holds. */
export const listedFields = viewJsonFields;

export { groupFields } from "../database/stores/device-count-store";

/** One page of the devices in the caller's scope; `below` widens a team filter to the teams below it. */
export function listDevices(
  context: ServiceContext,
  caller: Caller,
  filter: WithBelow<DeviceFilter>,
  page: PageRequest<DeviceSort>,
): Promise<JsonPage> {
  return context.gateway.read(async (reader) => {
    const { below: _, ...plain } = filter;
    const teamIds = await namedTeams(reader, filter);
    return devicePage(reader, caller.scope, { ...plain, teamIds }, page, context.clock.now());
  });
}

/** @throws Refusal not-found */
export function readDevice(context: ServiceContext, caller: Caller, id: string): Promise<ListedDevice> {
  return context.gateway.read((reader) => present(findListed(reader, id, caller.scope, context.clock.now())));
}

/** Counts in the caller's scope by the named dimensions: a JSON array of groups with `groupFields`, and their sum. */
export function summariseDevices(
  context: ServiceContext,
  caller: Caller,
  by: readonly SummaryDimension[],
): Promise<{ groups: Json; total: number }> {
  return context.gateway.read((reader) => countGroups(reader, caller.scope, by));
}

/** @throws Refusal not-found for a device out of scope */
export function deviceHistory(
  context: ServiceContext,
  caller: Caller,
  id: string,
  page: HistoryRequest,
): Promise<RecordHistory> {
  return context.gateway.read(async (reader) => {
    await present(findDevice(reader, id, caller.scope));
    return recordHistory(reader, caller.scope, { kind: "device", id }, page);
  });
}

/** @throws Refusal not-found for what does not exist or lies out of scope */
export async function present<T>(found: Promise<T | null>): Promise<T> {
  const value = await found;
  if (value === null) throw new Refusal("not-found", "not-found");
  return value;
}
