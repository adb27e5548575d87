/**
 * The form in which keys (asset tags, serials, team names, e-mails) are compared: compatibility-normalised,
 * without surrounding or doubled white space, case-folded.
 */
export function matchKey(text: string): string {
  return text.normalize("NFKC").trim().replace(/\s+/gu, " ").toLowerCase();
}

/** Serial numbers that manufacturers leave in place of a real one; they never match anything. */
const placeholderSerials = new Set([
  "",
  "0",
  "none",
  "n/a",
  "na",
  "unknown",
  "default string",
  "to be filled by o.e.m.",
  "system serial number",
  "not specified",
  "invalid",
]);

/** The key by which a serial identifies a device, or null when it identifies none. */
export function serialKey(serial: string | null): string | null {
  const key = serial === null ? "" : matchKey(serial);
  return placeholderSerials.has(key) || /^0+$/.test(key) ? null : key;
}
