import { makeStyles, tokens } from "@fluentui/react-components";
import { type MouseEvent, type RefObject, useMemo, useRef } from "react";
import type { DeviceAnswer } from "../../src/contracts/device-contract";
import { useText } from "../language/use-text";
import { columnsFor, type DeviceColumn, tableFrom } from "./device-columns";
import { DeviceListHeader } from "./device-list-header";
import { cardHeight, DeviceRow, rowHeight } from "./device-row";
import type { ListView } from "./list-view";
import { type DeviceListHandle, useDeviceRows } from "./use-device-rows";

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
  const height = columns === null ? cardHeight : rowHeight;
  const list = useDeviceRows({ grid, body, devices, height, onOpen, onNearEnd, handle });
  const { virtual } = list;
  const onClick = (event: MouseEvent<HTMLElement>) => {
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
