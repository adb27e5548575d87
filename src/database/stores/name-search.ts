import sql, { type Sql } from "sql-template-tag";
import { matchKey } from "../../domain/match-key";
import { searchKey } from "../../domain/search";
import type { Reader } from "../gateway";
import { containing } from "./scope-sql";

/** Where Unicode keeps the letters of Europe that carry marks: Latin-1 to Extended-B, and Extended Additional. */
const blocks = [
  [0xc0, 0x24f],
  [0x1e00, 0x1eff],
] as const;

/** Letters with marks, as keys hold them, with the plain letter that people type for each. */
const marked = blocks.flatMap(([from, to]) =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at))
    .map((letter) => [letter, searchKey(letter)] as const)
    .filter(([letter, plain]) => matchKey(letter) === letter && plain !== letter && plain.length === 1),
);
const fromLetters = marked.map(([letter]) => letter).join("");
const toLetters = marked.map(([, plain]) => plain).join("");
const variantsOf = new Map<string, string>();
for (const [letter, plain] of marked) variantsOf.set(plain, (variantsOf.get(plain) ?? plain) + letter);

/**
 * Whether a name holds what was typed, with accents or without: `sian` finds Siân, as search does.
 * @param column a key as `matchKey` makes them
 */
export function named(reader: Reader, column: Sql, typed: string): Sql {
  const [key, plain] = [matchKey(typed), searchKey(typed)];
  const exactly = sql`${column} LIKE ${containing(key)} ESCAPE '\\'`;
  if (plain === "") return exactly;
  const folded =
    reader.engine === "postgres"
      ? sql`translate(${column}, ${fromLetters}, ${toLetters}) LIKE ${containing(plain)} ESCAPE '\\'`
      : sql`${column} GLOB ${patternOf(plain)}`;
  // A mark that no letter has by itself is in the key as it was typed.
  return key === plain ? folded : sql`(${folded} OR ${exactly})`;
}

/** SQLite cannot take marks off a text, but a pattern can allow them: one look at each name, as with LIKE. */
function patternOf(plain: string): string {
  const signs = Array.from(plain, (sign) => {
    const variants = variantsOf.get(sign);
    if (variants !== undefined) return `[${variants}]`;
    return /[*?[]/.test(sign) ? `[${sign}]` : sign;
  });
  return `*${signs.join("")}*`;
}
