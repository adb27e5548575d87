import { Badge, makeStyles, Text, tokens, typographyStyles } from "@fluentui/react-components";
import { Link, useLocation } from "react-router";
import type { StockTakeAnswer } from "../../src/contracts/stock-take-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { keptSearch } from "../shell/kept-address";
import { narrow } from "../shell/theme";
import { ProgressBar } from "./item-marks";

const useStyles = makeStyles({
  list: {
    display: "grid",
    gap: tokens.spacingVerticalS,
    margin: `0 0 ${tokens.spacingVerticalL}`,
    padding: 0,
    listStyle: "none",
  },
  item: {
    position: "relative",
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) 110px 240px",
    alignItems: "center",
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    [narrow]: { gridTemplateColumns: "minmax(0, 1fr) auto", gap: tokens.spacingHorizontalM },
  },
  words: { display: "grid", gap: tokens.spacingVerticalXXS, minWidth: 0 },
  link: {
    ...typographyStyles.subtitle2,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: "none",
    overflowWrap: "anywhere",
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: "none" },
    "::after": { content: '""', position: "absolute", inset: 0, borderRadius: tokens.borderRadiusLarge },
    ":focus-visible::after": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  share: { display: "grid", gap: tokens.spacingVerticalXS, [narrow]: { gridColumn: "1 / -1" } },
});

export function StockTakeList({ items }: { readonly items: readonly StockTakeAnswer[] }) {
  const styles = useStyles();
  const text = useText();
  const { search } = useLocation();
  return (
    <ul className={styles.list} aria-label={text("stockTake.list")}>
      {items.map((stockTake) => (
        <li key={stockTake.id} className={styles.item}>
          <div className={styles.words}>
            <Link
              className={styles.link}
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
          <div className={styles.share}>
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
  const styles = useStyles();
  const name = stockTake.startedByName ?? text("stockTake.somebody");
  const parts = [text("stockTake.started", { day: format.date(stockTake.startedAt), name })];
  if (stockTake.closedAt !== null)
    parts.push(text("stockTake.closedOn", { day: format.date(stockTake.closedAt) }));
  return (
    <Text size={200} className={styles.quiet}>
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
