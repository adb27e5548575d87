/** Letters of other scripts, in lower case, that look like a Latin one in either case (after Unicode TR 39). */
const lookalikes: ReadonlyMap<string, string> = new Map([
  ...pairs("авекмнорстухіјѕһԁԛԝӏүё", "abekmhopctyxijshdqwlye"),
  ...pairs("αβεζηικμνορτυχϲϳ", "abezhikmnoptyxcj"),
  ...pairs("օսոհ", "ounh"),
  ...pairs("ıɡɑ", "iga"),
  ...pairs("‐‑‒–—―−﹣", "--------"),
  ...pairs("‘’ʼ′`´", "''''''"),
]);

const foreignLetter = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}ıɡɑ]/u;
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/u;
const everyInvisible = new RegExp(invisible, "gu");

/**
 * The form in which keys (asset tags, serials, team names, e-mails) are found: as `plainKey`, and without
 * zero-width characters and with lookalike letters folded to Latin, so that two keys that nobody can tell
 * apart on a screen are found as one.
 */
export function matchKey(text: string): string {
  const plain = plainKey(text);
  if (isAscii(plain)) return plain;
  return Array.from(plain.replace(everyInvisible, ""), (letter) => lookalikes.get(letter) ?? letter)
    .join("")
    .trim();
}

/**
 * Compatibility-normalised, without surrounding or doubled white space, case-folded. Two keys with one `matchKey` but
 * different `plainKey`s only look the same.
 */
export function plainKey(text: string): string {
  const spaced = isAscii(text) ? text : text.normalize("NFKC");
  return spaced.trim().replace(/\s+/gu, " ").toLowerCase();
}

export function withoutInvisible(text: string): string {
  return text.replace(everyInvisible, "");
}

/** The first character of a text that shows nothing (zero-width, soft hyphen, control), or null. */
export function firstInvisible(text: string): string | null {
  return invisible.exec(text)?.[0] ?? null;
}

/** `U+202E`: how to speak of a character that cannot be shown. */
export function codePointOf(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** The first letter of another script in a text that also has Latin letters, or null: `LАP-1` with a Cyrillic А. */
export function oddLetter(text: string): string | null {
  const normal = text.normalize("NFKC");
  return /\p{Script=Latin}/u.test(normal) ? (foreignLetter.exec(normal)?.[0] ?? null) : null;
}

/** Serial numbers that manufacturers leave in place of a real one; they never match anything. */
const placeholderSerials = new Set([
  "",
  "0",
  "-",
  ".",
  "none",
  "n/a",
  "na",
  "null",
  "tbc",
  "unknown",
  "default",
  "default string",
  "to be filled by o.e.m.",
  "to be filled by o.e.m",
  "o.e.m.",
  "oem",
  "system serial number",
  "serial number",
  "chassis serial number",
  "not specified",
  "not available",
  "not applicable",
  "no serial",
  "invalid",
  "123456789",
  "1234567890",
]);

/** The key by which a serial identifies a device, or null when it identifies none. */
export function serialKey(serial: string | null): string | null {
  const key = serial === null ? "" : matchKey(serial);
  return placeholderSerials.has(key) || /^(.)\1{3,}$|^0+$/u.test(key) ? null : key;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 126 || code < 32) return false;
  }
  return true;
}

function pairs(from: string, to: string): [string, string][] {
  return Array.from(from, (letter, at) => [letter, to.charAt(at)]);
}
