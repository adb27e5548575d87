import { Badge, makeStyles, mergeClasses, Text } from "@fluentui/react-components";
import { Link, useLocation } from "react-router";
import type { StockTakeAnswer } from "../../src/contracts/stock-take-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { keptSearch } from "../shell/kept-address";
import { useCardList } from "../shell/use-card-list";
import { ProgressBar } from "./item-marks";

const useStyles = makeStyles({
  columns: { gridTemplateColumns: "minmax(0, 1fr) 110px 240px" },
});

export function StockTakeList({ items }: { readonly items: readonly StockTakeAnswer[] }) {
  const styles = useStyles();
  const cards = useCardList();
  const text = useText();
  const { search } = useLocation();
  return (
    <ul className={cards.list} aria-label={text("stockTake.list")}>
      {items.map((stockTake) => (
        <li key={stockTake.id} className={mergeClasses(cards.item, styles.columns)}>
          <div className={cards.words}>
            <Link
              className={cards.open}
              to={{
                pathname: `/stock-takes/${encodeURIComponent(stockTake.id)}`,
                search: keptSearch(search),
              }}
            >
              {stockTake.title}
            </Link>
            <Began stockTake={stockTake} />
          </div>
          <StockTakeState stockTake={stockTake} />
          <div className={cards.share}>
            <Progress stockTake={stockTake} />
            <ProgressBar counts={stockTake.counts} />
          </div>
        </li>
      ))}
    </ul>
  );
}

interface One {
  readonly stockTake: StockTakeAnswer;
}

export function StockTakeState({ stockTake: { state } }: One) {
  const text = useText();
  return (
    <div>
      <Badge appearance="tint" color={state === "open" ? "success" : "informative"} size="large">
        {text(`stockTake.state.${state}`)}
      </Badge>
    </div>
  );
}

export function Began({ stockTake }: One) {
  const text = useText();
  const format = useFormat();
  const cards = useCardList();
  const name = stockTake.startedByName ?? text("stockTake.somebody");
  const parts = [text("stockTake.started", { day: format.date(stockTake.startedAt), name })];
  if (stockTake.closedAt !== null)
    parts.push(text("stockTake.closedOn", { day: format.date(stockTake.closedAt) }));
  return (
    <Text size={200} className={cards.quiet}>
      {parts.join(" · ")}
    </Text>
  );
}

export function Progress({ stockTake: { counts } }: One) {
  const text = useText();
  const format = useFormat();
  const done = counts.found + counts.missing;
  return (
    <Text>
      {text("stockTake.progress", { done: format.number(done), all: format.number(done + counts.pending) })}
    </Text>
  );
}
