import { type KeyboardEvent, useEffect, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { keptSearch } from "../shell/kept-address";
import { nextRow, type SearchRow } from "./search-rows";
import { useSearch } from "./use-search";

/** The combobox pattern: the focus stays in the box, the arrow keys move what Enter chooses. */
export function useCombobox(popupId: string) {
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  const [moved, setMoved] = useState<string | null>(null);
  const [waiting, setWaiting] = useState(false);
  const results = useSearch(open ? typed : "");
  const go = useGo();
  const { rows, current } = results;
  const active = rows.some(({ id }) => id === moved) ? moved : (rows[0]?.id ?? null);

  const close = () => {
    setOpen(false);
    setWaiting(false);
  };
  const choose = (row: SearchRow) => {
    close();
    setTyped("");
    setMoved(null);
    go(row.place);
  };
  const type = (next: string) => {
    setTyped(next);
    setOpen(true);
    setMoved(null);
    setWaiting(false);
  };

  // Enter before the answer is there means the best result of what was typed, not of what stood there before.
  const best = rows[0];
  // biome-ignore lint/correctness/useExhaustiveDependencies: `choose` is another function each time
  useEffect(() => {
    if (!waiting || !current) return;
    setWaiting(false);
    if (best) choose(best);
  }, [waiting, current, best]);

  const enter = () => {
    const row = rows.find(({ id }) => id === active);
    if (!current) setWaiting(typed.trim() !== "");
    else if (row) choose(row);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (open) setMoved(nextRow(rows, active, step));
      else setOpen(true);
    } else if (event.key === "Enter") {
      event.preventDefault();
      enter();
    } else if (event.key === "Escape") {
      if (open) close();
      else setTyped("");
    }
  };
  const inputProps = {
    type: "text",
    role: "combobox",
    autoComplete: "off",
    spellCheck: false,
    maxLength: 200,
    enterKeyHint: "search",
    "aria-expanded": open,
    "aria-controls": popupId,
    "aria-autocomplete": "list",
    "aria-activedescendant": open && active !== null ? `${popupId}-${active}` : undefined,
    value: typed,
    onChange: (event: { readonly target: { readonly value: string } }) => type(event.target.value),
    onFocus: () => setOpen(true),
    onClick: () => setOpen(true),
    onKeyDown,
  } as const;
  return { typed, open, active, results, inputProps, type, close, choose };
}

const steps: Readonly<Record<string, 1 | -1 | undefined>> = { ArrowDown: 1, ArrowUp: -1 };

/** To a place of the tab; who was chosen in local mode and the language stay in the address. */
function useGo(): (place: string) => void {
  const navigate = useNavigate();
  const { search } = useLocation();
  return (place) => {
    const [pathname = "", query = ""] = place.split("?");
    const params = new URLSearchParams(keptSearch(search));
    for (const [name, value] of new URLSearchParams(query)) params.set(name, value);
    void navigate({ pathname, search: params.toString() });
  };
}
