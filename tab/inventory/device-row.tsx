import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo } from "react";
import type { DeviceAnswer } from "../../src/contracts/device-contract";
import { SelectBox } from "./bulk/select-box";
import { DeviceCard } from "./device-card";
import type { DeviceColumn } from "./device-columns";

export const rowHeight = 48;
export const cardHeight = 72;

const useStyles = makeStyles({
  row: {
    position: "absolute",
    top: 0,
    left: 0,
    right: 0,
    boxSizing: "border-box",
    padding: `0 ${tokens.spacingHorizontalL}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    cursor: "pointer",
    // Not the tokens for hovering: in high contrast they would swallow the badges in the row.
    ":hover": { backgroundColor: tokens.colorNeutralBackground2 },
    ":focus": { outlineStyle: "none" },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  tracks: { display: "grid", alignItems: "center", columnGap: tokens.spacingHorizontalM },
  card: {
    display: "grid",
    alignItems: "center",
    padding: `0 ${tokens.spacingHorizontalM}`,
  },
  open: {
    backgroundColor: tokens.colorNeutralBackground3,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
  },
  cell: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS, minWidth: 0 },
});

interface RowProps {
  readonly device: DeviceAnswer;
  readonly index: number;
  readonly offset: number;
  /** Null for cards. */
  readonly columns: readonly DeviceColumn[] | null;
  readonly tracks: string;
  /** The row that Tab reaches; the arrow keys move it. */
  readonly active: boolean;
  readonly open: boolean;
  /** Null where rows cannot be chosen. */
  readonly selected: boolean | null;
  readonly onToggle: ((deviceId: string) => void) | null;
}

/** One device, as a line of the table or as a card; the list around it hears its keys and clicks. */
export const DeviceRow = memo(function DeviceRow(props: RowProps) {
  const { device, index, offset, columns, tracks, active, open, selected, onToggle } = props;
  const styles = useStyles();
  const look = mergeClasses(styles.row, columns === null ? styles.card : styles.tracks, open && styles.open);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid is laid out by CSS, table elements cannot be
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected ?? open}
      aria-current={open}
      tabIndex={active ? 0 : -1}
      data-index={index}
      className={look}
      style={{
        height: columns === null ? cardHeight : rowHeight,
        transform: `translateY(${offset}px)`,
        gridTemplateColumns: tracks,
      }}
    >
      {selected !== null && onToggle !== null && (
        // biome-ignore lint/a11y/useSemanticElements: see the row
        // biome-ignore lint/a11y/useFocusableInteractive: the row takes the focus
        <div role="gridcell" className={styles.cell} data-select>
          <SelectBox device={device} selected={selected} onToggle={onToggle} />
        </div>
      )}
      {columns === null ? (
        // biome-ignore lint/a11y/useSemanticElements: see the row
        // biome-ignore lint/a11y/useFocusableInteractive: the row takes the focus
        <div role="gridcell">
          <DeviceCard device={device} />
        </div>
      ) : (
        columns.map((column) => (
          // biome-ignore lint/a11y/useSemanticElements: see the row
          // biome-ignore lint/a11y/useFocusableInteractive: the row takes the focus
          <div role="gridcell" key={column.heading} className={styles.cell}>
            {column.cell(device)}
          </div>
        ))
      )}
    </div>
  );
});
