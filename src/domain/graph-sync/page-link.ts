/** What comes after a page: `foreign` and `repeated` links end the part as failed, so that its old data stays. */
export type NextPage =
  | { readonly kind: "end" }
  | { readonly kind: "follow"; readonly link: string }
  | { readonly kind: "foreign" }
  | { readonly kind: "repeated" };

/**
 * Decides by the link alone, never by how many records a page held: an empty page with a link is legal. A link to
 * another origin would hand the token to a stranger; one seen before would never end.
 */
export function nextPage(link: string | null, origin: string, seen: ReadonlySet<string>): NextPage {
  if (link === null || link === "") return { kind: "end" };
  if (!isWithin(link, origin)) return { kind: "foreign" };
  return seen.has(link) ? { kind: "repeated" } : { kind: "follow", link };
}

/** The slash keeps `graph.microsoft.com.example` and `graph.microsoft.com@example` out. */
function isWithin(link: string, origin: string): boolean {
  return link.toLowerCase().startsWith(`${origin.toLowerCase()}/`);
}
