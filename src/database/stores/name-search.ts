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

/** By plain letter, all that it stands for; titles are kept as they were typed, capitals and curly apostrophes included. */
const variantsOf = new Map<string, string>([["'", "'‘’"]]);
for (let code = 0x61; code <= 0x7a; code += 1) {
  const plain = String.fromCharCode(code);
  const letters = [plain, ...marked.flatMap(([letter, of]) => (of === plain ? [letter] : []))];
  const both = letters.flatMap((letter) => [letter, letter.toUpperCase()]).filter((one) => one.length === 1);
  variantsOf.set(plain, [...new Set(both)].join(""));
}
const folded = [...variantsOf].flatMap(([plain, letters]) =>
  Array.from(letters, (letter) => [letter, plain]),
);
const fromLetters = folded.map(([letter]) => letter).join("");
const toLetters = folded.map(([, plain]) => plain).join("");

/**
 * Whether a name holds what was typed, with accents or without: `sian` finds Siân, as search does.
 * @param column a key as `matchKey` makes them
 */
export function named(reader: Reader, column: Sql, typed: string): Sql {
  return holding(reader, column, typed, matchKey(typed));
}

/** As `named`, for a text as it was typed; scripts without plain letters are found as they are written. */
export function titled(reader: Reader, column: Sql, typed: string): Sql {
  return holding(reader, column, typed, typed);
}

/** @param exact how the column holds what was typed, whatever becomes of it without its marks */
function holding(reader: Reader, column: Sql, typed: string, exact: string): Sql {
  const plain = searchKey(typed);
  const exactly = sql`${column} LIKE ${containing(exact)} ESCAPE '\\'`;
  if (plain === "") return exactly;
  const found =
    reader.engine === "postgres"
      ? sql`translate(${column}, ${fromLetters}, ${toLetters}) LIKE ${containing(plain)} ESCAPE '\\'`
      : sql`${column} GLOB ${patternOf(plain)}`;
  // A mark that no letter has by itself is in the column as it was typed.
  return exact === plain ? found : sql`(${found} OR ${exactly})`;
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
