import type { Day } from "../instant";
import type { ApplicationKind, Lifecycle } from "./application";
import type { Disposition } from "./disposition";

/** Sorts that the screen offers. */
export const applicationSorts = ["name", "lifecycle", "contractEnd", "noticeDate"] as const;
export type ApplicationSort = (typeof applicationSorts)[number];

/** Every field is named, so that a caller who forgets one or calls it otherwise does not compile; undefined is any. */
export interface ApplicationFilter {
  readonly kind: ApplicationKind | undefined;
  /** More than one when a filter includes the teams below. */
  readonly teamIds: readonly string[] | undefined;
  readonly lifecycle: Lifecycle | undefined;
  /** Business owner or IT owner. */
  readonly ownerId: string | undefined;
  /** A supplier's id or name. */
  readonly supplier: string | undefined;
  readonly disposition: Disposition | undefined;
  /** The current contract ends before this day; one without a known end is not in it. */
  readonly contractEndsBefore: Day | undefined;
  readonly search: string | undefined;
}

export const anyApplication: ApplicationFilter = {
  kind: undefined,
  teamIds: undefined,
  lifecycle: undefined,
  ownerId: undefined,
  supplier: undefined,
  disposition: undefined,
  contractEndsBefore: undefined,
  search: undefined,
};
