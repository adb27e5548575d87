import { makeStyles, tokens } from "@fluentui/react-components";
import type { RowState, VirtualColumn } from "./virtual-column";

const useStyles = makeStyles({
  row: {
    position: "absolute",
    top: 0,
    left: 0,
    right: 0,
    boxSizing: "border-box",
    display: "grid",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    padding: `0 ${tokens.spacingHorizontalM}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    cursor: "pointer",
    // Not the tokens for hovering: in high contrast they would swallow the marks in the row.
    ":hover": { backgroundColor: tokens.colorNeutralBackground2 },
    ":focus": { outlineStyle: "none" },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  cell: { minWidth: 0, maxHeight: "100%", overflow: "hidden" },
});

interface RowProps<T> extends RowState {
  readonly item: T;
  readonly index: number;
  readonly offset: number;
  readonly columns: readonly VirtualColumn<T>[];
  readonly tracks: string;
  readonly height: number;
}

/** One line of a virtual table, which hears its keys and clicks. */
export function VirtualRow<T>(props: RowProps<T>) {
  const { item, index, offset, columns, tracks, height, active, width } = props;
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid is laid out by CSS, table elements cannot be
    <div
      role="row"
      aria-rowindex={index + 2}
      tabIndex={active ? 0 : -1}
      data-index={index}
      className={styles.row}
      style={{ height, transform: `translateY(${offset}px)`, gridTemplateColumns: tracks }}
    >
      {columns.map(({ key, cell }, at) => (
        <div key={key} role={at === 0 ? "rowheader" : "gridcell"} className={styles.cell}>
          {cell(item, { active, width })}
        </div>
      ))}
    </div>
  );
}
