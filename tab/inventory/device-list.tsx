import { makeStyles, tokens } from "@fluentui/react-components";
import { type MouseEvent, type RefObject, useMemo, useRef } from "react";
import type { DeviceAnswer } from "../../src/contracts/device-contract";
import { useText } from "../language/use-text";
import { type RowsHandle, rowIndexOf, useVirtualRows } from "../shell/use-virtual-rows";
import { SelectShown } from "./bulk/select-shown";
import type { Selection } from "./bulk/use-selection";
import { columnsFor, type DeviceColumn, tableFrom } from "./device-columns";
import { DeviceListHeader } from "./device-list-header";
import { cardHeight, DeviceRow, rowHeight } from "./device-row";
import type { ListView } from "./list-view";

const useStyles = makeStyles({
  root: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow2,
  },
  body: { position: "relative" },
});

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
  /** Null for who may change nothing. */
  readonly selection: Selection | null;
  readonly handle: RefObject<RowsHandle | null>;
}

/** The devices as a grid of which only the rows in sight are drawn; the page itself scrolls. */
export function DeviceList(props: DeviceListProps) {
  const { total, width, view, onSort, selection, devices } = props;
  const text = useText();
  const styles = useStyles();
  const cards = width < tableFrom;
  const columns = useMemo(() => (cards ? null : columnsFor(width)), [cards, width]);
  const tracks = tracksOf(columns, selection !== null);
  const grid = useRef<HTMLDivElement>(null);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid is laid out by CSS, table elements cannot be
    <div
      ref={grid}
      role="grid"
      aria-label={text(cards ? "inventory.listLabel" : "inventory.tableLabel")}
      aria-description={text(selection === null ? "inventory.tableHint" : "bulk.tableHint")}
      aria-multiselectable={selection !== null}
      aria-rowcount={total === null ? -1 : total + 1}
      aria-colcount={(columns?.length ?? 1) + (selection !== null && columns !== null ? 1 : 0)}
      className={styles.root}
    >
      {columns !== null && (
        <DeviceListHeader
          columns={columns}
          tracks={tracks}
          view={view}
          onSort={onSort}
          select={selection && <SelectShown selection={selection} devices={devices} />}
        />
      )}
      <DeviceRows {...props} grid={grid} columns={columns} tracks={tracks} />
    </div>
  );
}

/** A narrow track for the boxes comes first. */
function tracksOf(columns: readonly DeviceColumn[] | null, selectable: boolean): string {
  if (columns === null) return selectable ? "24px minmax(0, 1fr)" : "minmax(0, 1fr)";
  return [...(selectable ? ["24px"] : []), ...columns.map((column) => column.track)].join(" ");
}

interface DeviceRowsProps extends DeviceListProps {
  readonly grid: RefObject<HTMLElement | null>;
  readonly columns: readonly DeviceColumn[] | null;
  readonly tracks: string;
}

function DeviceRows(props: DeviceRowsProps) {
  const { devices, view, onOpen, onNearEnd, handle, grid, columns, tracks, selection } = props;
  const styles = useStyles();
  const body = useRef<HTMLDivElement>(null);
  const height = columns === null ? cardHeight : rowHeight;
  const list = useVirtualRows({
    grid,
    body,
    items: devices,
    height,
    onOpen,
    onSelect: selection?.toggle ?? null,
    onNearEnd,
    handle,
  });
  const { virtual } = list;
  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (isInBox(event.target)) return;
    const index = rowIndexOf(event.target);
    if (index !== null && window.getSelection()?.isCollapsed !== false) list.openRow(index);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    <div
      ref={body}
      role="rowgroup"
      className={styles.body}
      style={{ height: virtual.getTotalSize() }}
      onKeyDown={list.onKeyDown}
      onFocus={(event) => list.setActive(rowIndexOf(event.target) ?? 0)}
      onClick={onClick}
    >
      {list.rows.map(({ index, start }) => {
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
              active={index === list.active}
              open={device.id === view.device}
              selected={selection === null ? null : selection.ids.has(device.id)}
              onToggle={selection?.toggle ?? null}
            />
          )
        );
      })}
    </div>
  );
}

function isInBox(target: EventTarget): boolean {
  return target instanceof Element && target.closest("[data-select]") !== null;
}
