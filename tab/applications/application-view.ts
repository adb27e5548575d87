import type { listApplications } from "../../src/contracts/application-contract";
import type { CallInput } from "../../src/contracts/endpoint";
import {
  type ApplicationKind,
  applicationKinds,
  type Lifecycle,
  lifecycles,
} from "../../src/domain/application/application";
import { type ApplicationSort, applicationSorts } from "../../src/domain/application/application-query";
import { type Disposition, dispositions } from "../../src/domain/application/disposition";
import { type Day, isDay } from "../../src/domain/instant";

/** What the list of applications shows, as its address says it. */
export interface ApplicationView {
  readonly search: string;
  readonly team: string | null;
  readonly kind: ApplicationKind | null;
  readonly lifecycle: Lifecycle | null;
  readonly disposition: Disposition | null;
  /** A person's id. */
  readonly owner: string | null;
  /** A supplier's id. */
  readonly supplier: string | null;
  /** The current contract ends before this day. */
  readonly endsBefore: Day | null;
  readonly sort: ApplicationSort;
  readonly descending: boolean;
}

export const noFilters = {
  search: "",
  team: null,
  kind: null,
  lifecycle: null,
  disposition: null,
  owner: null,
  supplier: null,
  endsBefore: null,
} as const;
const pageSize = 100;

/** Values that the product does not know are dropped, never sent on. */
export function readView(params: URLSearchParams): ApplicationView {
  const sort = params.get("sort") ?? "";
  const descending = sort.startsWith("-");
  const column = known(applicationSorts, descending ? sort.slice(1) : sort);
  return {
    search: (params.get("q") ?? "").slice(0, 200),
    team: params.get("team") || null,
    kind: known(applicationKinds, params.get("kind")),
    lifecycle: known(lifecycles, params.get("lifecycle")),
    disposition: known(dispositions, params.get("disposition")),
    owner: idIn(params, "owner"),
    supplier: idIn(params, "supplier"),
    endsBefore: dayIn(params, "ends"),
    sort: column ?? "name",
    descending: column !== null && descending,
  };
}

/** Defaults stay out of the address; what belongs to others stays in it. */
export function writeView(view: ApplicationView, params: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(params);
  const { search, team, kind, lifecycle, disposition, owner, supplier, endsBefore: ends } = view;
  const sort = view.sort === "name" && !view.descending ? null : sortParam(view);
  const values = { q: search || null, team, kind, lifecycle, disposition, owner, supplier, ends, sort };
  for (const [name, value] of Object.entries(values)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  return next;
}

export function toQuery(
  view: ApplicationView,
  cursor: string | null,
): NonNullable<CallInput<typeof listApplications>["query"]> {
  const { team, kind, lifecycle, disposition, owner, supplier, endsBefore } = view;
  return {
    limit: pageSize,
    sort: sortParam(view),
    ...(cursor !== null && { cursor }),
    ...(view.search.trim() !== "" && { q: view.search.trim() }),
    ...(team !== null && { team, below: "true" }),
    ...(kind !== null && { kind }),
    ...(lifecycle !== null && { lifecycle }),
    ...(disposition !== null && { disposition }),
    ...(owner !== null && { owner }),
    ...(supplier !== null && { supplier }),
    ...(endsBefore !== null && { contractEndsBefore: endsBefore }),
  };
}

/** The same without its pages. */
export function toExportQuery(view: ApplicationView) {
  const { limit: _limit, cursor: _cursor, ...query } = toQuery(view, null);
  return query;
}

/** The same without its order. */
export function toDisclosureQuery(view: ApplicationView) {
  const { sort: _sort, ...query } = toExportQuery(view);
  return query;
}

export function hasFilters(view: ApplicationView): boolean {
  const { search, team, kind, lifecycle, disposition, owner, supplier, endsBefore } = view;
  const chosen = [team, kind, lifecycle, disposition, owner, supplier, endsBefore];
  return search.trim() !== "" || chosen.some((filter) => filter !== null);
}

/** A second choice of the same column turns the order round. */
export function sortedBy(
  view: ApplicationView,
  sort: ApplicationSort,
): Pick<ApplicationView, "sort" | "descending"> {
  return { sort, descending: view.sort === sort && !view.descending };
}

function sortParam({ sort, descending }: Pick<ApplicationView, "sort" | "descending">) {
  return descending ? (`-${sort}` as const) : sort;
}

function known<const T extends string>(values: readonly T[], text: string | null): T | null {
  return values.find((value) => value === text) ?? null;
}

function idIn(params: URLSearchParams, name: string): string | null {
  return params.get(name)?.slice(0, 100) || null;
}

function dayIn(params: URLSearchParams, name: string): Day | null {
  const text = params.get(name) ?? "";
  return isDay(text) ? text : null;
}
