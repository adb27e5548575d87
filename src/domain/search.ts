import { matchKey } from "./match-key";
import type { Scope } from "./permission";

/** What can be found, in the order in which results are shown. */
export const searchKinds = ["device", "application", "person", "team", "contract"] as const;
export type SearchKind = (typeof searchKinds)[number];

/** What a trigram index can find anywhere; anything shorter is looked for at the beginning of titles and keys. */
export const shortestSubstring = 3;
/** Beyond so many matches of one kind they are no longer counted. */
export const countedMatches = 1_000;

/** Said of what is found but no longer in use. */
export type SearchState = "left" | "archived" | "undeployable" | "retired";

export interface SearchHit {
  readonly kind: SearchKind;
  readonly id: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly state: SearchState | null;
  /** The application of a contract. */
  readonly ownerId: string | null;
}

export interface SearchGroup {
  readonly kind: SearchKind;
  /** Best first: an exact tag, serial number, e-mail or name; then what begins with the text; then the rest by name. */
  readonly hits: readonly SearchHit[];
  readonly total: number;
  readonly totalCapped: boolean;
}

/** Where the tab shows a record to this scope, below its own address. Staff see what is theirs among their kit. */
export function placeOf(
  { kind, id, ownerId }: Pick<SearchHit, "kind" | "id" | "ownerId">,
  scope: Scope,
): string {
  const name = encodeURIComponent(id);
  if (scope.kind === "self" && kind !== "application" && kind !== "contract") return "/my-kit";
  switch (kind) {
    case "device":
      return `/inventory?device=${name}`;
    case "application":
      return `/applications/${name}`;
    case "person":
      return `/people/${name}`;
    case "team":
      if (scope.kind === "teams" && !scope.teamIds.includes(id)) return "/my-kit";
      return `/teams/${name}`;
    case "contract":
      return `/applications/${encodeURIComponent(ownerId ?? "")}`;
  }
}

/** A text as it is looked for. */
export interface SearchText {
  /** As keys are kept. */
  readonly key: string;
  /** As texts are kept: `sian` finds Siân, `sia` too. */
  readonly folded: string;
  /** Too short for anything but beginnings. */
  readonly short: boolean;
}

/** A key without accents: on many keyboards the circumflexes of Welsh names are hard to type. */
export function searchKey(text: string): string {
  return matchKey(text.normalize("NFKD").replace(/\p{Mn}/gu, ""));
}

/** The text to look for, or null when there is nothing to look for. */
export function readSearch(typed: string): SearchText | null {
  // Half a character is what is left when a text was cut in the middle of one; no database keeps it.
  const whole = typed.replace(/\p{Cs}/gu, "");
  const folded = searchKey(whole);
  if (folded === "") return null;
  return { key: matchKey(whole), folded, short: Array.from(folded).length < shortestSubstring };
}
