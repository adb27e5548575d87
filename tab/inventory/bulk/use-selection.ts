import { useCallback, useMemo, useState } from "react";
import { listDevices } from "../../../src/contracts/device-contract";
import { mostTogether } from "../../../src/domain/bulk-change";
import { call } from "../../call";
import { type ListView, toQuery } from "../list-view";

export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  readonly choose: (ids: readonly string[]) => void;
  readonly clear: () => void;
}

/** The devices chosen in the list; another filter starts anew, or what nobody sees would be changed along. */
export function useSelection(view: ListView): Selection {
  const filter = JSON.stringify({ ...toQuery(view, null), sort: null });
  const [chosen, setChosen] = useState<{ readonly filter: string; readonly ids: ReadonlySet<string> }>(
    () => ({
      filter,
      ids: new Set(),
    }),
  );
  const ids = useMemo(() => (chosen.filter === filter ? chosen.ids : new Set<string>()), [chosen, filter]);
  const choose = useCallback(
    (wanted: readonly string[]) => setChosen({ filter, ids: new Set(wanted.slice(0, mostTogether)) }),
    [filter],
  );
  const toggle = useCallback(
    (id: string) =>
      setChosen((before) => {
        const next = new Set(before.filter === filter ? before.ids : []);
        if (!next.delete(id) && next.size < mostTogether) next.add(id);
        return { filter, ids: next };
      }),
    [filter],
  );
  const clear = useCallback(() => choose([]), [choose]);
  return useMemo(() => ({ ids, toggle, choose, clear }), [ids, toggle, choose, clear]);
}

/** The ids of all that a filter leaves, as many as may be changed together. */
export async function idsOfAll(view: ListView): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(view, cursor);
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null && ids.length < mostTogether);
  return ids.slice(0, mostTogether);
}

const pageOf = (view: ListView, cursor: string | null) =>
  call(listDevices, { query: { ...toQuery(view, cursor), limit: 200 } });
