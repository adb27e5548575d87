import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { narrow } from "../shell/theme";

/** On a phone the names of teams need that room more. */
const closer = { paddingLeft: tokens.spacingHorizontalXS, paddingRight: tokens.spacingHorizontalXS };

const useStyles = makeStyles({
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow2,
    overflowX: "auto",
  },
  table: { width: "100%", borderCollapse: "collapse" },
  /** Gives way on a phone, so that the words of the other columns stay whole. */
  naming: { overflowWrap: "anywhere" },
  head: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    textAlign: "start",
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    verticalAlign: "bottom",
    [narrow]: closer,
  },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    verticalAlign: "top",
    textAlign: "start",
    fontWeight: tokens.fontWeightRegular,
    [narrow]: closer,
  },
  row: { ":hover": { backgroundColor: tokens.colorNeutralBackground2 } },
  wide: { "@media (max-width: 720px)": { display: "none" } },
  widest: { "@media (max-width: 1000px)": { display: "none" } },
});

export interface Column<T> {
  readonly key: string;
  readonly heading: ReactNode;
  readonly cell: (item: T) => ReactNode;
  /** Leaves when there is less room. */
  readonly room?: "wide" | "widest";
  readonly sorted?: "ascending" | "descending" | "none";
}

interface DataTableProps<T> {
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly items: readonly T[];
}

/** A plain table whose first column names the row. */
export function DataTable<T extends { readonly id: string }>({ label, columns, items }: DataTableProps<T>) {
  const styles = useStyles();
  const look = (base: string, { room }: Column<T>) => mergeClasses(base, room && styles[room]);
  return (
    <div className={styles.card}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={look(styles.head, column)}
                {...(column.sorted && { "aria-sort": column.sorted })}
              >
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id} className={styles.row}>
              {columns.map((column, at) => {
                const Cell = at === 0 ? "th" : "td";
                return (
                  <Cell
                    key={column.key}
                    className={mergeClasses(look(styles.cell, column), at === 0 && styles.naming)}
                    {...(at === 0 && { scope: "row" })}
                  >
                    {column.cell(item)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
