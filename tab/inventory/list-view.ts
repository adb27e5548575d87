import type { listDevices } from "../../src/contracts/device-contract";
import type { CallInput } from "../../src/contracts/endpoint";
import { type Acceptance, acceptances } from "../../src/domain/acceptance";
import { type DeviceStatus, type DeviceType, deviceStatuses, deviceTypes } from "../../src/domain/device";
import { type DeviceSort, deviceSorts } from "../../src/domain/device-query";

/** What the inventory page shows, as its address says it: shareable, and the back button undoes it. */
export interface ListView {
  readonly team: string | null;
  readonly status: DeviceStatus | null;
  readonly type: DeviceType | null;
  readonly acceptance: Acceptance | null;
  readonly search: string;
  readonly sort: DeviceSort;
  readonly descending: boolean;
  /** The device whose details are open. */
  readonly device: string | null;
}

export const defaultSort: DeviceSort = "assetTag";
/** The most that one call may bring: 25,000 devices from end to end are then about as many calls as a minute allows. */
export const pageSize = 200;

/** Values that the address bar may hold but the product does not know are dropped, never sent on. */
export function readView(params: URLSearchParams): ListView {
  const sort = params.get("sort") ?? "";
  const descending = sort.startsWith("-");
  return {
    team: params.get("team") || null,
    status: known(deviceStatuses, params.get("status")),
    type: known(deviceTypes, params.get("type")),
    acceptance: known(acceptances, params.get("acceptance")),
    search: (params.get("q") ?? "").slice(0, 200),
    sort: known(deviceSorts, descending ? sort.slice(1) : sort) ?? defaultSort,
    descending: known(deviceSorts, sort.slice(1)) !== null && descending,
    device: params.get("device") || null,
  };
}

/** Defaults stay out, so that the plain page has a plain address; what belongs to others (the language) stays. */
export function writeView(view: ListView, params: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const name of ["team", "status", "type", "acceptance", "q", "sort", "device"]) next.delete(name);
  if (view.team !== null) next.set("team", view.team);
  if (view.status !== null) next.set("status", view.status);
  if (view.type !== null) next.set("type", view.type);
  if (view.acceptance !== null) next.set("acceptance", view.acceptance);
  if (view.search !== "") next.set("q", view.search);
  if (view.sort !== defaultSort || view.descending) next.set("sort", sortParam(view));
  if (view.device !== null) next.set("device", view.device);
  return next;
}

export function toQuery(
  view: ListView,
  cursor: string | null,
): NonNullable<CallInput<typeof listDevices>["query"]> {
  return {
    limit: pageSize,
    sort: sortParam(view),
    ...(cursor === null ? {} : { cursor }),
    ...(view.search.trim() === "" ? {} : { q: view.search.trim() }),
    ...(view.team === null ? {} : { team: view.team, below: "true" }),
    ...(view.status === null ? {} : { status: view.status }),
    ...(view.type === null ? {} : { type: view.type }),
    ...(view.acceptance === null ? {} : { acceptance: view.acceptance }),
  };
}

/** The same list from end to end, as an export takes it. */
export function toExportQuery(view: ListView) {
  const { limit: _limit, cursor: _cursor, ...query } = toQuery(view, null);
  return query;
}

export const noFilters = { team: null, status: null, type: null, acceptance: null, search: "" } as const;

export function countFilters(view: ListView): number {
  return [view.team, view.status, view.type, view.acceptance].filter((filter) => filter !== null).length;
}

export function hasFilters(view: ListView): boolean {
  return countFilters(view) > 0 || view.search.trim() !== "";
}

/** A second choice of the same column turns the order round. */
export function sortedBy(view: ListView, sort: DeviceSort): Pick<ListView, "sort" | "descending"> {
  return { sort, descending: view.sort === sort && !view.descending };
}

function sortParam(view: Pick<ListView, "sort" | "descending">): string {
  return view.descending ? `-${view.sort}` : view.sort;
}

function known<const T extends string>(values: readonly T[], text: string | null): T | null {
  return values.find((value) => value === text) ?? null;
}
