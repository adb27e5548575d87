import type { Reader } from "../database/gateway";
import { type HistoryEntry, historyOf } from "../database/stores/audit-store";
import { namesOf } from "../database/stores/name-store";
import { idsIn } from "../domain/audit-event";
import type { Scope } from "../domain/permission";

/** Which entries: at most `limit`, older than the sequence number `before`. */
export interface HistoryRequest {
  readonly limit: number;
  readonly before: number | null;
}

export interface RecordHistory {
  readonly entries: readonly HistoryEntry[];
  readonly total: number;
  /** Of the records that the changes point at, as far as the reader of the history may see them. */
  readonly names: ReadonlyMap<string, string>;
}

/** The history of one record, newest first. Whether the caller may see the record is for its own service to say. */
export async function recordHistory(
  reader: Reader,
  scope: Scope,
  subject: { readonly kind: string; readonly id: string },
  { limit, before }: HistoryRequest,
): Promise<RecordHistory> {
  const { entries, total } = await historyOf(reader, subject, limit, before);
  const names = await namesOf(reader, scope, idsIn(entries.flatMap(({ changes }) => changes)));
  return { entries, total, names };
}
