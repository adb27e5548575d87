import { setImmediate as nextTurn } from "node:timers/promises";
import { controlCharacter } from "../../domain/control-character";
import { Refusal } from "../../domain/refusal";

export const csvEncodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type CsvEncoding = (typeof csvEncodings)[number];

export interface CsvText {
  readonly text: string;
  readonly encoding: CsvEncoding;
}

/** First bytes of things that are not text, whatever their file name says. */
const signatures: readonly (readonly [bytes: string, code: "import-is-workbook" | "import-not-text"])[] = [
  ["PK\x03\x04", "import-is-workbook"],
  ["PK\x05\x06", "import-is-workbook"],
  ["\xd0\xcf\x11\xe0", "import-is-workbook"],
  ["%PDF", "import-not-text"],
  ["\x1f\x8b", "import-not-text"],
  ["\x89PNG", "import-not-text"],
  ["\xff\xd8\xff", "import-not-text"],
  ["GIF8", "import-not-text"],
  ["7z\xbc\xaf", "import-not-text"],
  ["Rar!", "import-not-text"],
];

/**
 * Bytes to text: UTF-16 by its byte order mark, UTF-8 when valid, else Windows-1252 as Excel still writes.
 * @param cut the bytes end in the middle of the file, so a broken last character means nothing
 * @throws Refusal invalid `import-empty`, `import-is-workbook`, `import-not-text`, `import-encoding`
 */
export async function decodeCsv(bytes: Uint8Array, cut = false): Promise<CsvText> {
  if (bytes.length === 0) throw new Refusal("invalid", "import-empty");
  const start = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  const known = signatures.find(([signature]) => start.startsWith(signature));
  if (known) throw new Refusal("invalid", known[1], { line: 1, column: 1 });
  const decoded = decoded16(bytes, start, cut) ?? decoded8(bytes, start, cut);
  await refuseControls(decoded.text);
  if (decoded.text.trim() === "") throw new Refusal("invalid", "import-empty");
  return decoded;
}

function decoded16(bytes: Uint8Array, start: string, cut: boolean): CsvText | null {
  const encoding = start.startsWith("\xff\xfe")
    ? "utf-16le"
    : start.startsWith("\xfe\xff")
      ? "utf-16be"
      : null;
  if (encoding === null) return null;
  const text = new TextDecoder(encoding).decode(bytes, { stream: cut });
  const damaged = text.search(/[\p{Surrogate}\uFFFD]/u);
  if (damaged >= 0) throw new Refusal("invalid", "import-encoding", { ...placeOf(text, damaged), encoding });
  return { text, encoding };
}

function decoded8(bytes: Uint8Array, start: string, cut: boolean): CsvText {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: cut });
    return { text, encoding: "utf-8" };
  } catch {
    return decodedAnsi(bytes, start);
  }
}

/** What Windows-1252 has at 80 to 9F, where Latin-1 has controls; Node 20's own decoder leaves the controls there. */
const windowsSigns = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/**
 * Text that says it is UTF-8 (a byte order mark, or proper UTF-8 letters) and then breaks the rules is damaged: read as
 * Windows-1252 it would turn every accent into rubbish, silently.
 */
function decodedAnsi(bytes: Uint8Array, start: string): CsvText {
  const lenient = new TextDecoder("utf-8").decode(bytes);
  const claimsUtf8 = start.startsWith("\xef\xbb\xbf") || /[^\p{ASCII}\uFFFD]/u.test(lenient);
  if (claimsUtf8) {
    const place = placeOf(lenient, lenient.indexOf("\uFFFD"));
    throw new Refusal("invalid", "import-encoding", { ...place, encoding: "UTF-8" });
  }
  const latin = Buffer.from(bytes).toString("latin1");
  const text = latin.replace(/[\x80-\x9F]/g, (sign) => windowsSigns.charAt(sign.charCodeAt(0) - 0x80));
  return { text, encoding: "windows-1252" };
}

/** Letters; other requests are served in between. */
const lookedThroughAtOnce = 512 * 1024;

/** A text file has tabs and line ends, and nothing else below the space. */
async function refuseControls(text: string): Promise<void> {
  for (let start = 0; start < text.length; start += lookedThroughAtOnce) {
    await nextTurn();
    const at = text.slice(start, start + lookedThroughAtOnce).search(controlCharacter);
    if (at >= 0) throw new Refusal("invalid", "import-not-text", placeOf(text, start + at));
  }
}

/** Line and character within it, both from 1. */
function placeOf(text: string, at: number): { line: number; column: number } {
  const lines = text.slice(0, Math.max(at, 0)).split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
