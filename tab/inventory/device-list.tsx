import { makeStyles, tokens } from "@fluentui/react-components";
import { defaultRangeExtractor, useWindowVirtualizer } from "@tanstack/react-virtual";
import {
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { DeviceAnswer } from "../../src/contracts/device-contract";
import { useText } from "../language/use-text";
import { columnsFor, type DeviceColumn, tableFrom } from "./device-columns";
import { DeviceListHeader, headerHeight } from "./device-list-header";
import { cardHeight, DeviceRow, rowHeight } from "./device-row";
import type { ListView } from "./list-view";
import { useRowFocus } from "./use-row-focus";

const useStyles = makeStyles({
  root: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow2,
  },
  body: { position: "relative" },
});

export interface DeviceListHandle {
  /** Puts the focus on the row of a device, or on the first row when it is not in the list. */
  readonly focusDevice: (id: string) => void;
}

interface DeviceListProps {
  readonly devices: readonly DeviceAnswer[];
  /** Of the whole list, loaded or not; null when nobody counted to the end. */
  readonly total: number | null;
  readonly width: number;
  readonly view: ListView;
  readonly onSort: (sort: Pick<ListView, "sort" | "descending">) => void;
  readonly onOpen: (deviceId: string) => void;
  /** The end of what is loaded is near. */
  readonly onNearEnd: () => void;
  readonly handle: RefObject<DeviceListHandle | null>;
}

/** The devices as a grid of which only the rows in sight are drawn; the page itself scrolls. */
export function DeviceList(props: DeviceListProps) {
  const { total, width, view, onSort } = props;
  const text = useText();
  const styles = useStyles();
  const cards = width < tableFrom;
  const columns = useMemo(() => (cards ? null : columnsFor(width)), [cards, width]);
  const tracks = columns?.map((column) => column.track).join(" ") ?? "";
  const grid = useRef<HTMLDivElement>(null);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid is laid out by CSS, table elements cannot be
    <div
      ref={grid}
      role="grid"
      aria-label={text(cards ? "inventory.listLabel" : "inventory.tableLabel")}
      aria-description={text("inventory.tableHint")}
      aria-rowcount={total === null ? -1 : total + 1}
      aria-colcount={columns?.length ?? 1}
      className={styles.root}
    >
      {columns !== null && <DeviceListHeader columns={columns} tracks={tracks} view={view} onSort={onSort} />}
      <DeviceRows {...props} grid={grid} columns={columns} tracks={tracks} />
    </div>
  );
}

interface DeviceRowsProps extends DeviceListProps {
  readonly grid: RefObject<HTMLElement | null>;
  readonly columns: readonly DeviceColumn[] | null;
  readonly tracks: string;
}

function DeviceRows({ devices, view, onOpen, onNearEnd, handle, grid, columns, tracks }: DeviceRowsProps) {
  const styles = useStyles();
  const body = useRef<HTMLDivElement>(null);
  const activeRow = useRef(0);
  const virtual = useVirtualRows(body, devices.length, columns === null ? cardHeight : rowHeight, activeRow);
  const rows = virtual.getVirtualItems();
  const openRow = useCallback(
    (index: number) => {
      const device = devices[index];
      if (device) onOpen(device.id);
    },
    [devices, onOpen],
  );
  const reveal = useCallback((index: number) => virtual.scrollToIndex(index), [virtual]);
  const focus = useRowFocus({ grid, count: devices.length, pageRows: 10, reveal, onOpen: openRow });
  activeRow.current = focus.active;
  useImperativeHandle(handle, () => ({
    focusDevice: (id) => {
      const index = devices.findIndex((device) => device.id === id);
      focus.focusRow(Math.max(0, index));
    },
  }));
  const lastDrawn = rows.findLast((row) => row.index !== focus.active)?.index ?? 0;
  useEffect(() => {
    if (lastDrawn >= devices.length - 30) onNearEnd();
  }, [lastDrawn, devices.length, onNearEnd]);
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const index = rowIndexOf(event.target);
    if (index !== null && window.getSelection()?.isCollapsed !== false) openRow(index);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    <div
      ref={body}
      role="rowgroup"
      className={styles.body}
      style={{ height: virtual.getTotalSize() }}
      onKeyDown={focus.onKeyDown}
      onFocus={(event) => focus.setActive(rowIndexOf(event.target) ?? 0)}
      onClick={onClick}
    >
      {rows.map(({ index, start }) => {
        const device = devices[index];
        return (
          device && (
            <DeviceRow
              key={device.id}
              device={device}
              index={index}
              offset={start - virtual.options.scrollMargin}
              columns={columns}
              tracks={tracks}
              active={index === focus.active}
              open={device.id === view.device}
            />
          )
        );
      })}
    </div>
  );
}

function rowIndexOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>("[data-index]") : null;
  return row === null ? null : Number(row.dataset.index);
}

/** The row that has the focus stays drawn wherever the page scrolls, or the focus would fall out of the page. */
function useVirtualRows(
  body: RefObject<HTMLElement | null>,
  count: number,
  height: number,
  activeRow: RefObject<number>,
) {
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
      const active = activeRow.current;
      return active < count && !drawn.includes(active)
        ? [...drawn, active].toSorted((one, other) => one - other)
        : drawn;
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are measured anew when rows become cards or back
  useEffect(() => virtual.measure(), [height]);
  return virtual;
}
