import type { Device } from "../../src/domain/device";
import type { DeviceFilter, DeviceSort, SummaryDimension } from "../../src/domain/device-query";
import { searchText } from "../../src/domain/device-search";
import { lifecycleDays, shippedRules, withStates } from "../../src/domain/lifecycle/lifecycle";
import { matchKey, serialKey } from "../../src/domain/match-key";
import type { Scope } from "../../src/domain/permission";
import { searchKey, shortestSubstring } from "../../src/domain/search";

/** The day on which the lists are looked at. */
export const referenceNow = new Date("2026-11-26T09:00:00Z");

/** The names of the people whose kit this is. */
export type Holders = ReadonlyMap<string, string>;

/** What the list must hold, by a plain look at every device; ordered as SQLite orders, by bytes. */
export function expectedList(
  devices: Iterable<Device>,
  holders: Holders,
  asked: {
    readonly scope: Scope;
    readonly filter: DeviceFilter;
    readonly sort: DeviceSort;
    readonly descending: boolean;
  },
): Device[] {
  const { scope, filter, sort, descending } = asked;
  const found = [...devices].filter((one) => isWithin(scope, one) && fits(filter, one, holders));
  const turned = descending ? -1 : 1;
  return found.sort(
    (a, b) => turned * (byBytes(sortValue(a, sort), sortValue(b, sort)) || byBytes(keyOf(a), keyOf(b))),
  );
}

export function isWithin(scope: Scope, { teamId, assigneeId }: Device): boolean {
  if (scope.kind === "everything") return true;
  const own = assigneeId === scope.personId;
  return scope.kind === "self" ? own : own || (teamId !== null && scope.teamIds.includes(teamId));
}

/** The summary, recounted. */
export function expectedGroups(devices: Iterable<Device>, scope: Scope, by: readonly SummaryDimension[]) {
  const counts = new Map<string, number>();
  let total = 0;
  for (const device of devices) {
    if (!isWithin(scope, device)) continue;
    const { teamId: team, status, type } = device;
    const values = { team, status, type };
    const group = JSON.stringify(by.map((name) => [name, values[name]]).sort());
    counts.set(group, (counts.get(group) ?? 0) + 1);
    total += 1;
  }
  return { counts, total };
}

function fits(filter: DeviceFilter, device: Device, holders: Holders): boolean {
  const { teamIds, status, type, assigneeId, acceptance, assetTag, serial, warrantyBefore, search } = filter;
  const { warrantyEnd } = device;
  const states = withStates({ ...device, ...lifecycleDays(shippedRules, device) }, referenceNow);
  return (
    (teamIds === undefined || (device.teamId !== null && teamIds.includes(device.teamId))) &&
    (status === undefined || device.status === status) &&
    (type === undefined || device.type === type) &&
    (assigneeId === undefined || device.assigneeId === assigneeId) &&
    (acceptance === undefined || device.acceptance === acceptance) &&
    (assetTag === undefined || keyOf(device) === matchKey(assetTag)) &&
    (serial === undefined || serialOf(device) === (serialKey(serial) ?? matchKey(serial))) &&
    (warrantyBefore === undefined || (warrantyEnd !== null && warrantyEnd < warrantyBefore)) &&
    (filter.archived === undefined || (device.status === "archived") === filter.archived) &&
    (filter.osSupport === undefined || states.osSupport === filter.osSupport) &&
    (filter.replacement === undefined || states.replacement === filter.replacement) &&
    (search === undefined || holds(device, search, holders))
  );
}

function holds(device: Device, search: string, holders: Holders): boolean {
  const text = searchKey(search);
  if (text === "") return true;
  if (Array.from(text).length < shortestSubstring) {
    const start = matchKey(search);
    return keyOf(device).startsWith(start) || serialOf(device).startsWith(start);
  }
  return searchText(device, holders.get(device.assigneeId ?? "") ?? null).includes(text);
}

function sortValue(device: Device, sort: DeviceSort): string {
  if (sort === "assetTag") return keyOf(device);
  if (sort === "model") return matchKey(device.model ?? "");
  return device[sort] ?? "";
}

const keyOf = ({ assetTag }: Device) => matchKey(assetTag);
const serialOf = ({ serial }: Device) => serialKey(serial) ?? "";
const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
