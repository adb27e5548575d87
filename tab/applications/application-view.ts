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

/** What the list of applications shows, as its address says it. */
export interface ApplicationView {
  readonly search: string;
  readonly team: string | null;
  readonly kind: ApplicationKind | null;
  readonly lifecycle: Lifecycle | null;
  readonly disposition: Disposition | null;
  readonly sort: ApplicationSort;
  readonly descending: boolean;
}

export const noFilters = { search: "", team: null, kind: null, lifecycle: null, disposition: null } as const;
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
    sort: column ?? "name",
    descending: column !== null && descending,
  };
}

/** Defaults stay out of the address; what belongs to others stays in it. */
export function writeView(view: ApplicationView, params: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(params);
  const { search, team, kind, lifecycle, disposition } = view;
  const sort = view.sort === "name" && !view.descending ? null : sortParam(view);
  const values = { q: search || null, team, kind, lifecycle, disposition, sort };
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
  const { team, kind, lifecycle, disposition } = view;
  return {
    limit: pageSize,
    sort: sortParam(view),
    ...(cursor !== null && { cursor }),
    ...(view.search.trim() !== "" && { q: view.search.trim() }),
    ...(team !== null && { team, below: "true" }),
    ...(kind !== null && { kind }),
    ...(lifecycle !== null && { lifecycle }),
    ...(disposition !== null && { disposition }),
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
  const { search, team, kind, lifecycle, disposition } = view;
  return search.trim() !== "" || [team, kind, lifecycle, disposition].some((filter) => filter !== null);
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
