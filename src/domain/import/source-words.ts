import { matchKey } from "../match-key";

/** Header names of one source; the first of each is the one that messages name. */
export type Vocabulary = Readonly<Record<string, readonly string[]>>;

export interface SourceWords {
  /** What Toolroll takes from the source. */
  readonly columns: Vocabulary;
  /** Further headers that the source is known by, which Toolroll does not take. */
  readonly others: readonly string[];
  /** Headers that no other source writes; they weigh more. */
  readonly telling: readonly string[];
  /** One of each group must be there. */
  readonly needed: readonly (readonly string[])[];
}

/** Names written one after the other, separated by commas. */
export function listed(names: string): string[] {
  return names.split(",").map((name) => name.trim());
}

/**
 * As headers are compared: folded, without the mark of a required field, the sign of pounds (which amounts are in anyway)
 * or the type of a field of Shelf's users.
 */
export function headerKey(header: string): string {
  return matchKey(header)
    .replace(/[*:]$/, "")
    .replace(/^(.+?) ?(\((£|gbp)\)|£)$/, "$1")
    .replace(/^(cf:.+), ?type: ?[a-z_ ]+$/, "$1");
}
