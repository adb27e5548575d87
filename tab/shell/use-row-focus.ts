import { type KeyboardEvent, type RefObject, useCallback, useLayoutEffect, useRef } from "react";

interface RowFocus {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** Moves the focus to a row, drawn or not. */
  readonly focusRow: (index: number) => void;
}

interface RowFocusOptions {
  readonly grid: RefObject<HTMLElement | null>;
  readonly count: number;
  readonly pageRows: number;
  /** Makes a row the one that Tab reaches. */
  readonly setActive: (index: number) => void;
  /** Brings a row into sight; it is drawn afterwards. */
  readonly reveal: (index: number) => void;
  readonly onOpen: (index: number) => void;
  /** What Space does; without it Space opens as well. */
  readonly onSelect: ((index: number) => void) | null;
}

/** Arrow keys, Home, End, Page Up and Page Down between rows, Enter to open one and Space to choose it. */
export function useRowFocus(options: RowFocusOptions): RowFocus {
  const { grid, count, pageRows, setActive, reveal, onOpen, onSelect } = options;
  const wanted = useRef<number | null>(null);

  const focusDrawn = useCallback(() => {
    if (wanted.current === null) return;
    const row = grid.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  }, [grid]);
  // After every drawing: the wanted row may appear only when the list has scrolled to it.
  useLayoutEffect(focusDrawn);

  const focusRow = useCallback(
    (index: number) => {
      wanted.current = index;
      setActive(index);
      reveal(index);
      focusDrawn();
    },
    [reveal, focusDrawn, setActive],
  );

  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const row = (event.target as HTMLElement).closest<HTMLElement>("[data-index]");
      if (row === null || event.altKey || event.ctrlKey || event.metaKey) return;
      const from = Number(row.dataset.index);
      const to = nextRow(event.key, from, count, pageRows);
      if (event.key === " " && onSelect !== null) onSelect(from);
      else if (event.key === "Enter" || event.key === " ") onOpen(from);
      else if (to === null) return;
      else focusRow(to);
      event.preventDefault();
    },
    [count, pageRows, onOpen, onSelect, focusRow],
  );

  return { onKeyDown, focusRow };
}

/** Where a key leads from a row, or null when it leads nowhere. */
export function nextRow(key: string, from: number, count: number, pageRows: number): number | null {
  const within = (index: number) => Math.min(count - 1, Math.max(0, index));
  switch (key) {
    case "ArrowDown":
      return within(from + 1);
    case "ArrowUp":
      return within(from - 1);
    case "PageDown":
      return within(from + pageRows);
    case "PageUp":
      return within(from - pageRows);
    case "Home":
      return 0;
    case "End":
      return within(count - 1);
    default:
      return null;
  }
}
