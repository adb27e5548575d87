import { makeStyles, tokens } from "@fluentui/react-components";
import { type MouseEvent, type RefObject, useRef } from "react";
import { useText } from "../language/use-text";
import { headerHeight, rowIndexOf, useVirtualRows } from "./use-virtual-rows";
import { useWidth } from "./use-width";
import type { VirtualColumn } from "./virtual-column";
import { VirtualRow } from "./virtual-row";

const useStyles = makeStyles({
  root: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow2,
  },
  head: {
    position: "sticky",
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: `${tokens.borderRadiusXLarge} ${tokens.borderRadiusXLarge} 0 0`,
  },
  headRow: {
    display: "grid",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    padding: `0 ${tokens.spacingHorizontalM}`,
    height: `${headerHeight}px`,
    fontWeight: tokens.fontWeightSemibold,
  },
  body: { position: "relative" },
});

interface TableProps<T> {
  readonly label: string;
  readonly columns: readonly VirtualColumn<T>[];
  readonly items: readonly T[];
  /** Of the whole list, loaded or not. */
  readonly total: number;
  /** In pixels, of every row, by the room that the table has. */
  readonly rowHeight: (width: number) => number;
  readonly onOpen: (id: string) => void;
  /** The end of what is loaded is near. */
  readonly onNearEnd: () => void;
}

/** A long list as a grid of which only the rows in sight are drawn; the page itself scrolls. The first column names the row. */
export function VirtualTable<T extends { readonly id: string }>(props: TableProps<T>) {
  const { label, columns, total, rowHeight } = props;
  const text = useText();
  const styles = useStyles();
  const grid = useRef<HTMLDivElement>(null);
  const width = useWidth(grid);
  const shown = columns.filter(({ from }) => width >= from);
  const tracks = shown.map(({ track }) => track).join(" ");
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid is laid out by CSS, table elements cannot be
    <div
      ref={grid}
      role="grid"
      aria-label={label}
      aria-description={text("inventory.tableHint")}
      aria-rowcount={total + 1}
      aria-colcount={shown.length}
      className={styles.root}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
      <div role="rowgroup" className={styles.head}>
        {/* biome-ignore lint/a11y/useSemanticElements: see the grid; only rows of the body take the focus */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: the buttons in it do */}
        <div role="row" aria-rowindex={1} className={styles.headRow} style={{ gridTemplateColumns: tracks }}>
          {shown.map(({ key, heading, sorted }) => (
            // biome-ignore lint/a11y/useSemanticElements: see the grid
            // biome-ignore lint/a11y/useFocusableInteractive: the button in it takes the focus
            <div key={key} role="columnheader" {...(sorted && { "aria-sort": sorted })}>
              {heading}
            </div>
          ))}
        </div>
      </div>
      {width > 0 && (
        <Rows
          {...props}
          grid={grid}
          columns={shown}
          tracks={tracks}
          width={width}
          height={rowHeight(width)}
        />
      )}
    </div>
  );
}

interface RowsProps<T> extends TableProps<T> {
  readonly grid: RefObject<HTMLElement | null>;
  readonly tracks: string;
  readonly width: number;
  readonly height: number;
}

function Rows<T extends { readonly id: string }>(props: RowsProps<T>) {
  const { items, grid, columns, tracks, width, height, onOpen, onNearEnd } = props;
  const styles = useStyles();
  const body = useRef<HTMLDivElement>(null);
  const handle = useRef(null);
  const list = useVirtualRows({ grid, body, items, height, onOpen, onNearEnd, onSelect: null, handle });
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const index = rowIndexOf(event.target);
    if (index === null || isInLink(event.target) || window.getSelection()?.isCollapsed === false) return;
    list.openRow(index);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    <div
      ref={body}
      role="rowgroup"
      className={styles.body}
      style={{ height: list.virtual.getTotalSize() }}
      onKeyDown={(event) => !isInLink(event.target) && list.onKeyDown(event)}
      onFocus={(event) => list.setActive(rowIndexOf(event.target) ?? 0)}
      onClick={onClick}
    >
      {list.rows.map(({ index, start }) => {
        const item = items[index];
        const offset = start - list.virtual.options.scrollMargin;
        return (
          item && (
            <VirtualRow
              key={item.id}
              active={index === list.active}
              {...{ item, index, offset, columns, tracks, width, height }}
            />
          )
        );
      })}
    </div>
  );
}

/** Links and buttons hear their own keys and clicks. */
function isInLink(target: EventTarget): boolean {
  return target instanceof Element && target.closest("a, button") !== null;
}
