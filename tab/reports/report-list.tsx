import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import type { DeviceProblemAnswer } from "../../src/contracts/device-problem-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { narrow } from "../shell/theme";
import { useCardList } from "../shell/use-card-list";
import { ReportStateBadge } from "./report-state";
import { deviceWords, reporterWords } from "./report-words";

const useStyles = makeStyles({
  columns: { gridTemplateColumns: "minmax(0, 1fr) 100px minmax(0, 220px)" },
  owner: { color: tokens.colorNeutralForeground2, [narrow]: { gridColumn: "1 / -1" } },
});

interface ReportListProps {
  readonly items: readonly DeviceProblemAnswer[];
  readonly onOpen: (id: string) => void;
}

export function ReportList({ items, onOpen }: ReportListProps) {
  const styles = useStyles();
  const cards = useCardList();
  const text = useText();
  const format = useFormat();
  return (
    <ul className={cards.list} aria-label={text("report.list")}>
      {items.map((report) => (
        <li key={report.id} className={mergeClasses(cards.item, styles.columns)}>
          <div className={cards.words}>
            <button type="button" className={cards.open} onClick={() => onOpen(report.id)}>
              {text(`device.problem.${report.kind}`)} · {deviceWords(report, text)}
            </button>
            {report.text !== null && <Text className={cards.quiet}>{report.text}</Text>}
            <Text size={200} className={cards.quiet}>
              {[reporterWords(report, format.relative(report.raisedAt), text), report.teamName]
                .filter(Boolean)
                .join(" · ")}
            </Text>
          </div>
          <div>
            <ReportStateBadge state={report.state} />
          </div>
          <Text size={200} className={styles.owner}>
            {report.ownerName === null
              ? text("report.nobodys")
              : text("report.owner", { name: report.ownerName })}
          </Text>
        </li>
      ))}
    </ul>
  );
}
