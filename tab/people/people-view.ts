import type { CallInput } from "../../src/contracts/endpoint";
import type { listPeople } from "../../src/contracts/person-contract";

export const presences = ["here", "left"] as const;
export type Presence = (typeof presences)[number];

/** What the list of people shows, as its address says it. */
export interface PeopleView {
  readonly search: string;
  readonly team: string | null;
  readonly presence: Presence | null;
}

export const noFilters: PeopleView = { search: "", team: null, presence: null };
const pageSize = 100;

/** Values that the product does not know are dropped, never sent on. */
export function readView(params: URLSearchParams): PeopleView {
  return {
    search: (params.get("q") ?? "").slice(0, 200),
    team: params.get("team")?.slice(0, 100) || null,
    presence: presences.find((presence) => presence === params.get("presence")) ?? null,
  };
}

/** What belongs to others stays in the address. */
export function writeView(view: PeopleView, params: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of [
    ["q", view.search],
    ["team", view.team],
    ["presence", view.presence],
  ] as const) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

export function toQuery({ search, team, presence }: PeopleView) {
  return {
    ...(search.trim() !== "" && { q: search.trim() }),
    ...(team !== null && { team, below: "true" }),
    ...(presence !== null && { active: String(presence === "here") }),
  };
}

export function toPageQuery(
  view: PeopleView,
  cursor: string | null,
): NonNullable<CallInput<typeof listPeople>["query"]> {
  return { limit: pageSize, ...(cursor !== null && { cursor }), ...toQuery(view) };
}

export function hasFilters(view: PeopleView): boolean {
  return Object.keys(toQuery(view)).length > 0;
}
