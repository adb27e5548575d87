import type { CallInput } from "../../src/contracts/endpoint";
import type { listPeople } from "../../src/contracts/person-contract";
import { type PersonSort, personSorts } from "../../src/domain/person";

export const presences = ["here", "left"] as const;
export type Presence = (typeof presences)[number];

/** What the list of people shows, as its address says it. */
export interface PeopleView {
  readonly search: string;
  readonly team: string | null;
  /** People of the teams below the chosen one too. */
  readonly below: boolean;
  readonly presence: Presence | null;
  readonly sort: PersonSort;
  readonly descending: boolean;
}

export const noFilters = { search: "", team: null, below: true, presence: null } as const;
const pageSize = 200;

/** Values that the product does not know are dropped, never sent on. */
export function readView(params: URLSearchParams): PeopleView {
  const sort = params.get("sort") ?? "";
  const named = personSorts.find((one) => one === sort.replace(/^-/, ""));
  return {
    search: (params.get("q") ?? "").slice(0, 200),
    team: params.get("team")?.slice(0, 100) || null,
    presence: presences.find((presence) => presence === params.get("presence")) ?? null,
    below: params.get("below") !== "no",
    sort: named ?? "name",
    descending: named !== undefined && sort.startsWith("-"),
  };
}

/** Defaults stay out; what belongs to others stays in the address. */
export function writeView(view: PeopleView, params: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of [
    ["q", view.search],
    ["team", view.team],
    ["below", view.below || view.team === null ? null : "no"],
    ["presence", view.presence],
    ["sort", view.sort === "name" && !view.descending ? null : sortParam(view)],
  ] as const) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

function sortParam({ sort, descending }: Pick<PeopleView, "sort" | "descending">): string {
  return descending ? `-${sort}` : sort;
}

/** What narrows the list, as an export takes it too. */
export function toQuery({ search, team, below, presence }: PeopleView) {
  return {
    ...(search.trim() !== "" && { q: search.trim() }),
    ...(team !== null && { team, below: String(below) }),
    ...(presence !== null && { active: String(presence === "here") }),
  };
}

export function toPageQuery(
  view: PeopleView,
  cursor: string | null,
): NonNullable<CallInput<typeof listPeople>["query"]> {
  return { limit: pageSize, sort: sortParam(view), ...(cursor !== null && { cursor }), ...toQuery(view) };
}

export function hasFilters(view: PeopleView): boolean {
  return Object.keys(toQuery(view)).length > 0;
}
