import fc from "fast-check";
import { pathOfUnkept, pathOfUnreadable } from "../../../src/contracts/wire";
import { matchKey } from "../../../src/domain/match-key";

/** What councils really have in their lists, and what breaks naive exports. */
const pieces = [
  ...[
    '"',
    '""',
    ",",
    ";",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "'",
    "'=",
    "a,b",
    'say "hi"',
    "\n\n",
    "\u00a0",
    "\v",
    "\f",
  ],
  ...["=1+1", "=cmd|'/c calc'!A1", "+44 1234", "-5", "@SUM(A1)", "＝1", "'+x", "''@", '=HYPERLINK("x")'],
  ...["Tŷ Gwyn", "Siân", "dŵr", "Llanfair­pwll", "Môn", "ŵŷâêîôû", "O'Connor", "Łukasz", "naïve"],
  ...[
    "😀",
    "👩🏽‍💻",
    "🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "שלום",
    "مرحبا بالعالم",
    "\u200fאבג",
    "日本語",
    "e\u0301",
    "_x000D_",
    "<b>&amp;</b>",
  ],
  ...["0012", "1e5", "2024-01-02", "TRUE", "NULL", "  spaced  out  ", "-", "–"],
] as const;

/** What begins like a formula, or as if somebody had guarded one against being run. */
const start = fc
  .tuple(fc.nat({ max: 3 }), fc.constantFrom(..."=+-@\t\r＝＋－＠"))
  .map(([apostrophes, sign]) => "'".repeat(apostrophes) + sign);

const awkward = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "grapheme", maxLength: 8 })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join(""));

/** As the API stores texts: trimmed, not empty, and without what it refuses. */
const stored = (texts: fc.Arbitrary<string>) =>
  texts
    .map((one) => one.trim())
    .filter((one) => one !== "" && pathOfUnkept(one) === null && pathOfUnreadable(one) === null);

export const guardLike = stored(fc.tuple(start, awkward).map(([sign, rest]) => sign + rest));
export const text = fc.oneof({ weight: 4, arbitrary: stored(awkward) }, { weight: 1, arbitrary: guardLike });

export const orNull = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });

export const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2089-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** A few devices, each with an asset tag of its own. */
export function fewDevices<T extends { readonly assetTag: string }>(
  draft: fc.Arbitrary<T>,
): fc.Arbitrary<T[]> {
  return fc.uniqueArray(draft, {
    selector: ({ assetTag }) => matchKey(assetTag),
    minLength: 1,
    maxLength: 12,
  });
}
