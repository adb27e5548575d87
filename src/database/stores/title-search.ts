import sql, { raw, type Sql } from "sql-template-tag";
import { containing } from "./scope-sql";

/** Letters with accents, as Welsh and names have them, by the letter that they are found as. */
const accented: Readonly<Record<string, string>> = {
  a: "âàáäãå",
  c: "ç",
  e: "êèéë",
  i: "îìíï",
  n: "ñ",
  o: "ôòóöõ",
  u: "ûùúü",
  w: "ŵẁẃẅ",
  y: "ŷỳýÿ",
  "'": "’‘",
};
const plainOf = new Map(
  Object.entries(accented).flatMap(([plain, letters]) =>
    [...new Set(letters + letters.toUpperCase())].map((letter) => [letter, plain] as const),
  ),
);

/**
 * Whether a text holds what was typed, with accents or without. SQLite makes small letters of A to Z alone, so that a
 * title that begins with Ŵ was not found by itself; other scripts are found as they are written.
 * @param column ours, never a caller's
 */
export function titled(column: string, typed: string): Sql {
  const folded = [...plainOf].reduce(
    (inner, [letter, plain]) => `replace(${inner}, '${letter}', '${plain === "'" ? "''" : plain}')`,
    column,
  );
  return sql`(lower(${raw(folded)}) LIKE ${containing(folding(typed))} ESCAPE '\\'
    OR ${raw(column)} LIKE ${containing(typed)} ESCAPE '\\')`;
}

function folding(typed: string): string {
  return Array.from(typed.normalize("NFC"), (letter) => plainOf.get(letter) ?? letter)
    .join("")
    .toLowerCase();
}
