import type { Page, PageRequest } from "../domain/page";
import { Refusal } from "../domain/refusal";

interface ListQuery {
  readonly limit: number;
  readonly sort: string;
  readonly cursor?: string | undefined;
}

/**
 * The page that a list's query asks for. A cursor belongs to the sort it came from.
 * @throws Refusal invalid `cursor-invalid`
 */
export function pageRequest<Sort extends string>(query: ListQuery): PageRequest<Sort> {
  const descending = query.sort.startsWith("-");
  const sort = (descending ? query.sort.slice(1) : query.sort) as Sort;
  return { limit: query.limit, sort, descending, after: decode(query.sort, query.cursor) };
}

/** A page as lists answer it. */
export function pageAnswer<T, A>(page: Page<T>, sort: string, present: (item: T) => A) {
  return {
    items: page.items.map(present),
    total: page.total,
    totalCapped: page.totalCapped,
    nextCursor: page.next === null ? null : encodeCursor(sort, page.next),
  };
}

export function encodeCursor(sort: string, after: readonly [string, string]): string {
  return Buffer.from(JSON.stringify([sort, ...after])).toString("base64url");
}

function decode(sort: string, cursor: string | undefined): readonly [string, string] | null {
  if (cursor === undefined) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const [from, value, key] = Array.isArray(parts) ? parts : [];
    if (from === sort && isText(value) && isText(key)) return [value, key];
  } catch {
    // Not ours: answered below like every other wrong cursor.
  }
  throw new Refusal("invalid", "cursor-invalid");
}

/** PostgreSQL refuses to compare anything with U+0000, and no cursor of ours has one. */
function isText(value: unknown): value is string {
  return typeof value === "string" && !value.includes("\0");
}
