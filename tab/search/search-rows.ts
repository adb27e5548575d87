import type { SearchGroupAnswer, SearchHitAnswer } from "../../src/contracts/search-contract";

/** One line that can be chosen: a result, or all devices in the inventory. */
export type SearchRow =
  | { readonly id: string; readonly place: string; readonly hit: SearchHitAnswer }
  | {
      readonly id: string;
      readonly place: string;
      readonly hit: null;
      readonly total: number;
      readonly capped: boolean;
    };

export interface RowGroup {
  readonly group: SearchGroupAnswer;
  readonly rows: readonly SearchRow[];
}

/** @param inventory whether there is an inventory to show all devices in */
export function rowGroups(
  groups: readonly SearchGroupAnswer[],
  typed: string,
  inventory: boolean,
): readonly RowGroup[] {
  return groups.map((group) => {
    const { kind, items, total, totalCapped } = group;
    const rows: SearchRow[] = items.map((hit) => ({ id: `${kind}-${hit.id}`, place: hit.place, hit }));
    if (kind === "device" && inventory && total > items.length) {
      const place = `/inventory?q=${encodeURIComponent(typed.trim())}`;
      rows.push({ id: "device-all", place, hit: null, total, capped: totalCapped });
    }
    return { group, rows };
  });
}

/** The row that an arrow key leads to, round the ends. */
export function nextRow(rows: readonly SearchRow[], active: string | null, step: 1 | -1): string | null {
  const at = rows.findIndex(({ id }) => id === active);
  const next = at < 0 ? (step === 1 ? 0 : rows.length - 1) : (at + step + rows.length) % rows.length;
  return rows[next]?.id ?? null;
}
