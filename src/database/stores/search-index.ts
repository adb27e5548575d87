import sql, { join } from "sql-template-tag";
import { type SearchKind, searchKey } from "../../domain/search";
import type { Writer } from "../gateway";
import { inChunks } from "./chunks";

/** Devices keep their own text, in their own row. */
export type EnteredKind = Exclude<SearchKind, "device">;

export interface Findable {
  readonly id: string;
  readonly title: string;
  /** What identifies the record besides its title, or ''. */
  readonly exact: string;
  /** Further texts that find it. */
  readonly also?: readonly string[];
}

/** Makes records found by what they are called now; in the transaction that writes them. */
export async function enterFindable(
  tx: Writer,
  kind: EnteredKind,
  records: readonly Findable[],
): Promise<void> {
  await inChunks(records, async (chunk) => {
    const rows = chunk.map(({ id, title, exact, also = [] }) => {
      const [titleKey, exactKey] = [searchKey(title), searchKey(exact)];
      const text = [titleKey, exactKey, ...also.map(searchKey)].filter((part) => part !== "").join(" ");
      return sql`(${kind}, ${id}, ${titleKey}, ${exactKey}, ${text})`;
    });
    await tx.run(sql`
      INSERT INTO search_entry (kind, record_id, title_key, exact_key, search_text) VALUES ${join(rows)}
      ON CONFLICT (kind, record_id) DO UPDATE SET title_key = excluded.title_key,
        exact_key = excluded.exact_key, search_text = excluded.search_text`);
  });
}

/** Removed records are no longer found; in the transaction that removes them. */
export async function forgetFindable(tx: Writer, kind: EnteredKind, ids: readonly string[]): Promise<void> {
  await inChunks(ids, async (chunk) => {
    await tx.run(sql`DELETE FROM search_entry WHERE kind = ${kind} AND record_id IN (${join(chunk)})`);
  });
}
