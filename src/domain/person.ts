/** Somebody in the directory, keyed by Entra object id, never by e-mail. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** The one home team; null until the directory or an import names it. */
  readonly teamId: string | null;
  readonly active: boolean;
}

/** Every field is named, so that a caller who forgets one or calls it otherwise does not compile; undefined is any. */
export const personSorts = ["name", "email", "team"] as const;
export type PersonSort = (typeof personSorts)[number];

export interface PersonFilter {
  readonly teamIds: readonly string[] | undefined;
  readonly active: boolean | undefined;
  readonly search: string | undefined;
}

export const anybody: PersonFilter = { teamIds: undefined, active: undefined, search: undefined };
