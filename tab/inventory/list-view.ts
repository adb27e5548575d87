import type { listDevices } from "../../src/contracts/device-contract";
import type { CallInput } from "../../src/contracts/endpoint";
import { type Acceptance, acceptances } from "../../src/domain/acceptance";
import { type DeviceStatus, type DeviceType, deviceStatuses, deviceTypes } from "../../src/domain/device";
import { longestLabel } from "../../src/domain/device-label";
import { type DeviceSort, deviceSorts } from "../../src/domain/device-query";
import { type DisposalMethod, disposalMethods } from "../../src/domain/disposal-method";
import { type OsSupport, osSupports } from "../../src/domain/lifecycle/os-support";
import { type Replacement, replacements } from "../../src/domain/lifecycle/replacement";

/** What the inventory page shows, as its address says it: shareable, and the back button undoes it. */
export interface ListView {
  readonly team: string | null;
  readonly status: DeviceStatus | null;
  /** The council's own word, as devices carry it. */
  readonly label: string | null;
  readonly type: DeviceType | null;
  readonly acceptance: Acceptance | null;
  readonly disposal: DisposalMethod | null;
  /** `false` leaves archived devices out. */
  readonly archived: "false" | null;
  readonly osSupport: OsSupport | null;
  readonly replacement: Replacement | null;
  readonly search: string;
  readonly sort: DeviceSort;
  readonly descending: boolean;
  /** The device whose details are open. */
  readonly device: string | null;
}

/** What filters by one value out of some; the address calls them the same. */
const choices = [
  "team",
  "status",
  "label",
  "type",
  "acceptance",
  "disposal",
  "archived",
  "osSupport",
  "replacement",
] as const;

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
    label: (params.get("label") ?? "").trim().slice(0, longestLabel) || null,
    type: known(deviceTypes, params.get("type")),
    acceptance: known(acceptances, params.get("acceptance")),
    disposal: known(disposalMethods, params.get("disposal")),
    archived: known(["false"], params.get("archived")),
    osSupport: known(osSupports, params.get("osSupport")),
    replacement: known(replacements, params.get("replacement")),
    search: (params.get("q") ?? "").slice(0, 200),
    sort: known(deviceSorts, descending ? sort.slice(1) : sort) ?? defaultSort,
    descending: known(deviceSorts, sort.slice(1)) !== null && descending,
    device: params.get("device") || null,
  };
}

/** Defaults stay out, so that the plain page has a plain address; what belongs to others (the language) stays. */
export function writeView(view: ListView, params: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const name of [...choices, "q", "sort", "device"]) next.delete(name);
  for (const name of choices) {
    const chosen = view[name];
    if (chosen !== null) next.set(name, chosen);
  }
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
    ...(view.label === null ? {} : { label: view.label }),
    ...(view.type === null ? {} : { type: view.type }),
    ...(view.acceptance === null ? {} : { acceptance: view.acceptance }),
    ...(view.disposal === null ? {} : { disposal: view.disposal }),
    ...(view.archived === null ? {} : { archived: view.archived }),
    ...(view.osSupport === null ? {} : { osSupport: view.osSupport }),
    ...(view.replacement === null ? {} : { replacement: view.replacement }),
  };
}

/** The same list from end to end, as an export takes it. */
export function toExportQuery(view: ListView) {
  const { limit: _limit, cursor: _cursor, ...query } = toQuery(view, null);
  return query;
}

export const noFilters = {
  team: null,
  status: null,
  label: null,
  type: null,
  acceptance: null,
  disposal: null,
  archived: null,
  osSupport: null,
  replacement: null,
  search: "",
} as const;

export function countFilters(view: ListView): number {
  return choices.filter((name) => view[name] !== null).length;
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
