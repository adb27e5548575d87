import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { DeviceAnswer, HistoryAnswer } from "../../../src/contracts/device-contract";
import { useFormat } from "../../language/use-format";
import { useText } from "../../language/use-text";
import { LoadingState } from "../../shell/loading-state";
import { ProblemMessage } from "../../shell/problem-message";
import { useTeamOptions } from "../use-teams";
import { actionWords, changeWords, doorWords, tellingChanges, type Words } from "./history-words";
import { Section } from "./section";
import { useDeviceHistory } from "./use-device";

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

/** Who changed the device, when, from what to what and through what door; newest first. */
export function DeviceHistory({ device }: { readonly device: DeviceAnswer }) {
  const text = useText();
  const styles = useStyles();
  const history = useDeviceHistory(device.id);
  const pages = history.data?.pages;
  const items = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  const words = useWords(device, items);
  return (
    <Section title={text("inventory.sectionHistory")}>
      {history.isPending && <LoadingState rows={3} />}
      {history.error !== null && (
        <ProblemMessage title={text("inventory.historyFailed")} problem={history.error} />
      )}
      {history.isSuccess && items.length === 0 && (
        <Text className={styles.quiet}>{text("inventory.historyEmpty")}</Text>
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
          {text("inventory.historyMore")}
        </Button>
      )}
    </Section>
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
        {item.actorName ?? text("inventory.actorUnknown")} {doorWords(item.door, text)}
      </Text>
      {changes.length > 0 && (
        <ul className={styles.changes}>
          {changes.map((change) => (
            <li key={change.field}>{changeWords(change, words)}</li>
          ))}
        </ul>
      )}
      {item.reason !== null && item.reason !== "" && (
        <Text block>{text("inventory.historyReason", { reason: item.reason })}</Text>
      )}
    </li>
  );
}

/** The record holds ids; people are known by name when they hold the device now or appear in its history. */
function useWords(device: DeviceAnswer, items: readonly HistoryAnswer[]): Words {
  const text = useText();
  const format = useFormat();
  const { options } = useTeamOptions();
  return useMemo(() => {
    const teams = new Map(options.map((option) => [option.id, option.name]));
    const people = new Map(
      items.flatMap(({ actorId, actorName }) => (actorName ? [[actorId, actorName]] : [])),
    );
    if (device.assigneeId !== null && device.assigneeName !== null) {
      people.set(device.assigneeId, device.assigneeName);
    }
    return { text, format, teamName: (id) => teams.get(id), personName: (id) => people.get(id) };
  }, [text, format, device, options, items]);
}
