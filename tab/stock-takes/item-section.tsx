import { Button, makeStyles, SearchBox, Select, tokens } from "@fluentui/react-components";
import { useDeferredValue, useState } from "react";
import type { StockTakeAnswer } from "../../src/contracts/stock-take-contract";
import { type ItemState, itemStates } from "../../src/domain/stock-take/stock-take-item";
import { DataTable } from "../applications/data-table";
import { Section } from "../inventory/details/section";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { useItemColumns } from "./item-columns";
import { useItemActions } from "./use-item-actions";
import { useItems } from "./use-stock-takes";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
  },
  search: { flex: "0 1 260px" },
  more: { alignSelf: "flex-start" },
});

interface Props {
  readonly stockTake: StockTakeAnswer;
  readonly mayChange: boolean;
}

/** Every item by state, to be marked by hand. */
export function ItemSection({ stockTake, mayChange }: Props) {
  const text = useText();
  const styles = useStyles();
  const [state, setState] = useState<ItemState | null>(null);
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const query = useItems(stockTake.id, { state, search }, stockTake.state === "open");
  const { column, dialog } = useItemActions(stockTake.id);
  const columns = useItemColumns();
  return (
    <Section level={2} title={text("stockTake.items")}>
      <div className={styles.bar}>
        <StateChoice counts={stockTake.counts} state={state} onChoose={setState} />
        <SearchBox
          className={styles.search}
          aria-label={text("stockTake.search")}
          placeholder={text("stockTake.search")}
          maxLength={200}
          value={typed}
          onChange={(_, { value }) => setTyped(value)}
        />
      </div>
      {query.isPending && <LoadingState rows={6} />}
      {query.isError && query.data === undefined && (
        <ErrorState problem={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isSuccess && query.items.length === 0 && <span role="status">{text("stockTake.noItems")}</span>}
      {query.items.length > 0 && (
        <DataTable
          label={text("stockTake.items")}
          columns={mayChange ? [...columns, column] : columns}
          items={query.items}
        />
      )}
      {query.hasNextPage && (
        <Button
          className={styles.more}
          disabledFocusable={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {text("stockTake.more")}
        </Button>
      )}
      {dialog}
    </Section>
  );
}

interface ChoiceProps {
  readonly counts: StockTakeAnswer["counts"];
  readonly state: ItemState | null;
  readonly onChoose: (state: ItemState | null) => void;
}

function StateChoice({ counts, state, onChoose }: ChoiceProps) {
  const text = useText();
  const format = useFormat();
  const all = itemStates.reduce((sum, each) => sum + counts[each], 0);
  return (
    <Select
      aria-label={text("stockTake.column.state")}
      value={state ?? ""}
      onChange={(_, { value }) => onChoose(itemStates.find((each) => each === value) ?? null)}
    >
      <option value="">{`${text("stockTake.anyState")} (${format.number(all)})`}</option>
      {itemStates.map((each) => (
        <option key={each} value={each}>
          {`${text(`stockTake.item.${each}`)} (${format.number(counts[each])})`}
        </option>
      ))}
    </Select>
  );
}
