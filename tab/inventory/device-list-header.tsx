import { makeStyles, tokens } from "@fluentui/react-components";
import { ArrowDownRegular } from "@fluentui/react-icons/svg/arrow-down";
import { ArrowUpRegular } from "@fluentui/react-icons/svg/arrow-up";
import type { ReactNode } from "react";
import { useText } from "../language/use-text";
import { headerHeight } from "../shell/use-virtual-rows";
import type { DeviceColumn } from "./device-columns";
import { type ListView, sortedBy } from "./list-view";

const useStyles = makeStyles({
  head: {
    position: "sticky",
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: `${tokens.borderRadiusXLarge} ${tokens.borderRadiusXLarge} 0 0`,
  },
  row: {
    display: "grid",
    alignItems: "stretch",
    columnGap: tokens.spacingHorizontalM,
    padding: `0 ${tokens.spacingHorizontalL}`,
    height: `${headerHeight}px`,
    fontWeight: tokens.fontWeightSemibold,
  },
  cell: { display: "flex", alignItems: "center", minWidth: 0 },
  word: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  sort: {
    display: "inline-flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    minWidth: 0,
    minHeight: "32px",
    padding: `0 ${tokens.spacingHorizontalS}`,
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`,
    font: "inherit",
    color: "inherit",
    backgroundColor: "transparent",
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground3 },
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  arrow: { flexShrink: 0, fontSize: "16px" },
});

interface HeaderProps {
  readonly columns: readonly DeviceColumn[];
  readonly tracks: string;
  readonly view: ListView;
  readonly onSort: (sort: Pick<ListView, "sort" | "descending">) => void;
  /** Chooses all rows shown; null for who may choose none. */
  readonly select: ReactNode;
}

export function DeviceListHeader({ columns, tracks, view, onSort, select }: HeaderProps) {
  const text = useText();
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid is laid out by CSS, table elements cannot be
    <div role="rowgroup" className={styles.head}>
      {/* biome-ignore lint/a11y/useSemanticElements: see above; only rows of the body take the focus */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the buttons in it do */}
      <div role="row" aria-rowindex={1} className={styles.row} style={{ gridTemplateColumns: tracks }}>
        {select !== null && (
          // biome-ignore lint/a11y/useSemanticElements: see the row
          // biome-ignore lint/a11y/useFocusableInteractive: the box in it takes the focus
          <div role="columnheader" className={styles.cell}>
            {select}
          </div>
        )}
        {columns.map((column) => (
          <HeaderCell key={column.heading} column={column} view={view} onSort={onSort}>
            {text(`inventory.${column.heading}`)}
          </HeaderCell>
        ))}
      </div>
    </div>
  );
}

interface CellProps extends Pick<HeaderProps, "view" | "onSort"> {
  readonly column: DeviceColumn;
  readonly children: string;
}

function HeaderCell({ column: { sort }, view, onSort, children }: CellProps) {
  const styles = useStyles();
  const sorted = sort !== null && view.sort === sort;
  const order = view.descending ? "descending" : "ascending";
  const Arrow = view.descending ? ArrowDownRegular : ArrowUpRegular;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the row
    // biome-ignore lint/a11y/useFocusableInteractive: the button in it takes the focus
    <div
      role="columnheader"
      className={styles.cell}
      {...(sort === null ? {} : { "aria-sort": sorted ? order : "none" })}
    >
      {sort === null ? (
        <span className={styles.word}>{children}</span>
      ) : (
        <button type="button" className={styles.sort} onClick={() => onSort(sortedBy(view, sort))}>
          <span className={styles.word}>{children}</span>
          {sorted && <Arrow aria-hidden className={styles.arrow} />}
        </button>
      )}
    </div>
  );
}
