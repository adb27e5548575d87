import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { HistoryAnswer } from "../../src/contracts/history-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { LoadingState } from "../shell/loading-state";
import { ProblemMessage } from "../shell/problem-message";
import {
  actionWords,
  changeWords,
  doorWords,
  type FieldWords,
  tellingChanges,
  type Words,
} from "./history-words";
import type { HistoryQuery } from "./use-history";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: "none" },
  item: {
    position: "relative",
    paddingLeft: tokens.spacingHorizontalXL,
    paddingBottom: tokens.spacingVerticalM,
    borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke2}`,
    marginLeft: "5px",
    ":last-child": { borderLeftColor: "transparent", paddingBottom: 0 },
    "::before": {
      content: '""',
      position: "absolute",
      left: "-7px",
      top: "5px",
      width: "8px",
      height: "8px",
      borderRadius: tokens.borderRadiusCircular,
      border: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke1}`,
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
  head: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS, alignItems: "baseline" },
  quiet: { color: tokens.colorNeutralForeground3 },
  changes: { margin: `${tokens.spacingVerticalXXS} 0 0`, paddingLeft: "1.1em", overflowWrap: "anywhere" },
  more: { alignSelf: "flex-start" },
});

interface RecordHistoryProps {
  readonly history: HistoryQuery;
  readonly fields: Readonly<Record<string, FieldWords>>;
}

/** Who changed a record, when, from what to what, why and through what door; newest first. Its heading is the page's. */
export function RecordHistory({ history, fields }: RecordHistoryProps) {
  const text = useText();
  const styles = useStyles();
  const pages = history.data?.pages;
  const items = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  const words = useWords(fields, pages);
  return (
    <>
      {history.isPending && <LoadingState rows={3} />}
      {history.error !== null && <ProblemMessage title={text("history.failed")} problem={history.error} />}
      {history.isSuccess && items.length === 0 && (
        <Text className={styles.quiet}>{text("history.empty")}</Text>
      )}
      {items.length > 0 && (
        <ol className={styles.list}>
          {items.map((item) => (
            <HistoryItem key={item.id} item={item} words={words} />
          ))}
        </ol>
      )}
      {history.hasNextPage && (
        <Button
          className={styles.more}
          size="small"
          disabledFocusable={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {text("history.more")}
        </Button>
      )}
    </>
  );
}

function HistoryItem({ item, words }: { readonly item: HistoryAnswer; readonly words: Words }) {
  const styles = useStyles();
  const { text, format } = words;
  const changes = tellingChanges(item);
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <Text weight="semibold">{actionWords(item.action, text)}</Text>
        <Text size={200} className={styles.quiet}>
          <time dateTime={item.at}>{format.dateTime(item.at)}</time>
        </Text>
      </div>
      <Text size={200} className={styles.quiet} block>
        {item.actorName ?? text("history.actorUnknown")} {doorWords(item.door, text)}
      </Text>
      {changes.length > 0 && (
        <ul className={styles.changes}>
          {changes.map((change) => (
            <li key={change.field}>{changeWords(change, words)}</li>
          ))}
        </ul>
      )}
      {item.reason !== null && item.reason !== "" && (
        <Text block>{text("history.reason", { reason: item.reason })}</Text>
      )}
    </li>
  );
}

type Pages = NonNullable<HistoryQuery["data"]>["pages"];

function useWords(fields: RecordHistoryProps["fields"], pages: Pages | undefined): Words {
  const text = useText();
  const format = useFormat();
  return useMemo(() => {
    const names = new Map(pages?.flatMap((page) => Object.entries(page.names)));
    return { text, format, fields, names };
  }, [text, format, fields, pages]);
}
