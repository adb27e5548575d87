import type { Day } from "../instant";
import type { ApplicationKind, Lifecycle } from "./application";
import type { Disposition } from "./disposition";

/** Sorts that the screen offers. */
export const applicationSorts = ["name", "lifecycle", "contractEnd", "noticeDate"] as const;
export type ApplicationSort = (typeof applicationSorts)[number];

export interface ApplicationFilter {
  readonly kind?: ApplicationKind | undefined;
  /** More than one when a filter includes the teams below. */
  readonly teamIds?: readonly string[] | undefined;
  readonly lifecycle?: Lifecycle | undefined;
  /** Business owner or IT owner. */
  readonly ownerId?: string | undefined;
  /** A supplier's id or name. */
  readonly supplier?: string | undefined;
  readonly disposition?: Disposition | undefined;
  /** The current contract ends before this day; one without a known end is not in it. */
  readonly contractEndsBefore?: Day | undefined;
  readonly search?: string | undefined;
}
