import { makeStyles, tokens } from "@fluentui/react-components";
import { ArrowDownRegular } from "@fluentui/react-icons/svg/arrow-down";
import { ArrowUpRegular } from "@fluentui/react-icons/svg/arrow-up";
import type { Column } from "./data-table";

const useStyles = makeStyles({
  sort: {
    display: "inline-flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    padding: 0,
    font: "inherit",
    color: "inherit",
    textAlign: "start",
    backgroundColor: "transparent",
    border: "none",
    cursor: "pointer",
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
});

interface Order<Sort extends string> {
  readonly sort: Sort;
  readonly descending: boolean;
}

/** The heading of a column that a table can be sorted by; a second press turns the order round. */
export function sortableBy<Sort extends string>(
  view: Order<Sort>,
  onSort: (order: Order<Sort>) => void,
): (sort: Sort, words: string) => Pick<Column<unknown>, "heading" | "sorted"> {
  return (sort, words) => {
    const order = view.sort !== sort ? "none" : view.descending ? "descending" : "ascending";
    const next = { sort, descending: order === "ascending" };
    return {
      heading: <SortButton words={words} order={order} onPress={() => onSort(next)} />,
      sorted: order,
    };
  };
}

interface SortButtonProps {
  readonly words: string;
  readonly order: NonNullable<Column<unknown>["sorted"]>;
  readonly onPress: () => void;
}

function SortButton({ words, order, onPress }: SortButtonProps) {
  const styles = useStyles();
  const Arrow = order === "descending" ? ArrowDownRegular : ArrowUpRegular;
  return (
    <button type="button" className={styles.sort} onClick={onPress}>
      {words}
      {order !== "none" && <Arrow aria-hidden />}
    </button>
  );
}
