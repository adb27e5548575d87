import { Refusal } from "../domain/refusal";
import type { HistoryRequest, RecordHistory } from "../services/record-history";

interface HistoryQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/**
 * One page of a history as its endpoint answers it.
 * @throws Refusal invalid `cursor-invalid`
 */
export async function historyAnswer(
  query: HistoryQuery,
  load: (page: HistoryRequest) => Promise<RecordHistory>,
) {
  let whole: RecordHistory = { entries: [], total: 0, names: new Map() };
  const { items, nextCursor } = await sequencePage(query, async (page) => {
    whole = await load(page);
    return whole.entries;
  });
  return {
    items,
    total: whole.total,
    totalCapped: false,
    nextCursor,
    names: Object.fromEntries(whole.names),
  };
}

/**
 * One page of what is numbered in the order it happened, newest first.
 * @throws Refusal invalid `cursor-invalid`
 */
export async function sequencePage<T extends { readonly seq: number }>(
  query: HistoryQuery,
  load: (page: HistoryRequest) => Promise<readonly T[]>,
) {
  const before = query.cursor === undefined ? null : sequenceOf(query.cursor);
  const entries = await load({ limit: query.limit + 1, before });
  const items = entries.slice(0, query.limit);
  const last = items.at(-1);
  return { items, nextCursor: entries.length > query.limit && last ? String(last.seq) : null };
}

/** What PostgreSQL can compare with an integer column. */
const mostSequence = 2_147_483_647;

function sequenceOf(cursor: string): number {
  const sequence = /^\d{1,10}$/.test(cursor) ? Number(cursor) : Number.NaN;
  if (!(sequence <= mostSequence)) throw new Refusal("invalid", "cursor-invalid");
  return sequence;
}
