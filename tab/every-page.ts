type OnePage<T> = (
  cursor: string | null,
) => Promise<{ readonly items: readonly T[]; readonly nextCursor: string | null }>;

/** Reads a list to its end, page after page, to choose from it or to draw it as a whole. */
export async function everyPage<T>(page: OnePage<T>): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const read: Awaited<ReturnType<OnePage<T>>> = await page(cursor);
    items.push(...read.items);
    cursor = read.nextCursor;
  } while (cursor !== null);
  return items;
}
