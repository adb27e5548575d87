import { Refusal } from "../domain/refusal";
import type { HistoryRequest, RecordHistory } from "../services/record-history";

/**
 * One page of a history as its endpoint answers it.
 * @throws Refusal invalid `cursor-invalid`
 */
export async function historyAnswer(
  query: { readonly limit: number; readonly cursor?: string | undefined },
  load: (page: HistoryRequest) => Promise<RecordHistory>,
) {
  const before = query.cursor === undefined ? null : sequenceOf(query.cursor);
  const { entries, total, names } = await load({ limit: query.limit + 1, before });
  const items = entries.slice(0, query.limit);
  const last = items.at(-1);
  const nextCursor = entries.length > query.limit && last ? String(last.seq) : null;
  return { items, total, totalCapped: false, nextCursor, names: Object.fromEntries(names) };
}

function sequenceOf(cursor: string): number {
  if (!/^\d{1,15}$/.test(cursor)) throw new Refusal("invalid", "cursor-invalid");
  return Number(cursor);
}
