/** Elements whose content nobody reads. */
const unread = /<(script|style|head|title|template|noscript)\b[^>]*>[\s\S]*?<\/\1\s*>/gi;
/** After these a new line begins. */
const blocks = /<\/?(p|div|br|li|ul|ol|tr|table|h[1-6]|section|article|blockquote|hr)\b[^>]*>/gi;
const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  rsquo: "’",
  lsquo: "‘",
  rdquo: "”",
  ldquo: "“",
  hellip: "…",
  bull: "•",
};

/** What a reader would see of HTML, as text and nothing else: it is never shown as HTML. */
export function plainText(html: string, longest: number): string {
  const text = html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(unread, "")
    .replace(blocks, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, name: string) => characterOf(name) ?? whole)
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  const letters = Array.from(text);
  return letters.length <= longest ? text : `${letters.slice(0, longest - 1).join("")}…`;
}

function characterOf(name: string): string | null {
  if (!name.startsWith("#")) return named[name.toLowerCase()] ?? null;
  const hex = name[1] === "x" || name[1] === "X";
  const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
  const isText =
    code === 9 || code === 10 || (code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff));
  return isText ? String.fromCodePoint(code) : "";
}
