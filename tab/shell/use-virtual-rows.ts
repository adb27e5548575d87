import { defaultRangeExtractor, useWindowVirtualizer } from "@tanstack/react-virtual";
import {
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useState,
} from "react";
import { useRowFocus } from "./use-row-focus";

export const headerHeight = 44;

export interface RowsHandle {
  /** Puts the focus on the row of an item, or on the first row when it is not in the list. */
  readonly focusItem: (id: string) => void;
}

interface RowsOptions {
  readonly grid: RefObject<HTMLElement | null>;
  readonly body: RefObject<HTMLElement | null>;
  readonly items: readonly { readonly id: string }[];
  readonly height: number;
  readonly onOpen: (id: string) => void;
  readonly onSelect: ((id: string) => void) | null;
  readonly onNearEnd: () => void;
  readonly handle: RefObject<RowsHandle | null>;
}

/** Rows from the end of what is loaded at which the next page is asked for. */
const nearEnd = 30;

/** Of a long list as a grid: which rows are drawn and where, which one has the focus, and what keys do. */
export function useVirtualRows(options: RowsOptions) {
  const { grid, body, items, height, onOpen, onSelect, onNearEnd, handle } = options;
  const count = items.length;
  const [chosen, setActive] = useState(0);
  const active = Math.min(chosen, Math.max(0, count - 1));
  const virtual = useDrawnRows(body, count, height, active);
  const rows = virtual.getVirtualItems();
  const openRow = useCallback(
    (index: number) => {
      const item = items[index];
      if (item) onOpen(item.id);
    },
    [items, onOpen],
  );
  const selectRow = useCallback(
    (index: number) => {
      const item = items[index];
      if (item) onSelect?.(item.id);
    },
    [items, onSelect],
  );
  const reveal = useCallback((index: number) => virtual.scrollToIndex(index), [virtual]);
  const focus = useRowFocus({
    grid,
    count,
    pageRows: 10,
    setActive,
    reveal,
    onOpen: openRow,
    onSelect: onSelect && selectRow,
  });
  useImperativeHandle(handle, () => ({
    focusItem: (id) => {
      const index = items.findIndex((item) => item.id === id);
      focus.focusRow(Math.max(0, index));
    },
  }));
  const lastDrawn = rows.findLast((row) => row.index !== active)?.index ?? 0;
  useEffect(() => {
    if (lastDrawn >= count - nearEnd) onNearEnd();
  }, [lastDrawn, count, onNearEnd]);
  return { virtual, rows, active, setActive, openRow, onKeyDown: focus.onKeyDown };
}

/** The row that has the focus stays drawn wherever the page scrolls, or the focus would fall out of the page. */
function useDrawnRows(body: RefObject<HTMLElement | null>, count: number, height: number, active: number) {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const element = body.current;
    if (element === null) return;
    setTop(Math.round(element.getBoundingClientRect().top + window.scrollY));
  });
  const virtual = useWindowVirtualizer({
    count,
    estimateSize: () => height,
    overscan: 8,
    scrollMargin: top,
    scrollPaddingStart: headerHeight,
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      return active < count && !drawn.includes(active)
        ? [...drawn, active].toSorted((one, other) => one - other)
        : drawn;
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are measured anew when rows become cards or back
  useEffect(() => virtual.measure(), [height]);
  return virtual;
}

/** The row that something in the grid belongs to. */
export function rowIndexOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>("[data-index]") : null;
  return row === null ? null : Number(row.dataset.index);
}
