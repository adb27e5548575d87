/** What stays in the address over every change of page: who was chosen in local mode, and the language. */
const kept = ["as", "lang"] as const;

/** The query of a link to another page. */
export function keptSearch(search: string): string {
  const from = new URLSearchParams(search);
  const to = new URLSearchParams();
  for (const name of kept) {
    const value = from.get(name);
    if (value !== null) to.set(name, value);
  }
  const text = to.toString();
  return text === "" ? "" : `?${text}`;
}

/** The query with what must be in it; null when nothing is missing. */
export function withKept(
  search: string,
  must: Readonly<Record<(typeof kept)[number], string | null>>,
): string | null {
  const query = new URLSearchParams(search);
  let changed = false;
  for (const name of kept) {
    const value = must[name];
    if (value === null || query.get(name) === value) continue;
    query.set(name, value);
    changed = true;
  }
  return changed ? `?${query.toString()}` : null;
}
