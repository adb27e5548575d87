import { defaultRangeExtractor, useWindowVirtualizer } from "@tanstack/react-virtual";
import {
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useState,
} from "react";
import type { DeviceAnswer } from "../../src/contracts/device-contract";
import { headerHeight } from "./device-list-header";
import { useRowFocus } from "./use-row-focus";

export interface DeviceListHandle {
  /** Puts the focus on the row of a device, or on the first row when it is not in the list. */
  readonly focusDevice: (id: string) => void;
}

interface DeviceRowsOptions {
  readonly grid: RefObject<HTMLElement | null>;
  readonly body: RefObject<HTMLElement | null>;
  readonly devices: readonly DeviceAnswer[];
  readonly height: number;
  readonly onOpen: (deviceId: string) => void;
  readonly onSelect: ((deviceId: string) => void) | null;
  readonly onNearEnd: () => void;
  readonly handle: RefObject<DeviceListHandle | null>;
}

/** Rows from the end of what is loaded at which the next page is asked for. */
const nearEnd = 30;

/** Which rows are drawn and where, which one has the focus, and what keys do. */
export function useDeviceRows(options: DeviceRowsOptions) {
  const { grid, body, devices, height, onOpen, onSelect, onNearEnd, handle } = options;
  const count = devices.length;
  const [chosen, setActive] = useState(0);
  const active = Math.min(chosen, Math.max(0, count - 1));
  const virtual = useVirtualRows(body, count, height, active);
  const rows = virtual.getVirtualItems();
  const openRow = useCallback(
    (index: number) => {
      const device = devices[index];
      if (device) onOpen(device.id);
    },
    [devices, onOpen],
  );
  const selectRow = useCallback(
    (index: number) => {
      const device = devices[index];
      if (device) onSelect?.(device.id);
    },
    [devices, onSelect],
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
    focusDevice: (id) => {
      const index = devices.findIndex((device) => device.id === id);
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
function useVirtualRows(body: RefObject<HTMLElement | null>, count: number, height: number, active: number) {
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
