import { makeStyles, Text, tokens, typographyStyles } from "@fluentui/react-components";
import type { DeviceProblemAnswer } from "../../src/contracts/device-problem-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { narrow } from "../shell/theme";
import { ReportStateBadge } from "./report-state";
import { deviceWords, reporterWords } from "./report-words";

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
    gridTemplateColumns: "minmax(0, 1fr) 100px minmax(0, 220px)",
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
  open: {
    ...typographyStyles.subtitle2,
    padding: 0,
    border: "none",
    background: "none",
    textAlign: "start",
    cursor: "pointer",
    color: tokens.colorNeutralForeground1,
    overflowWrap: "anywhere",
    ":focus-visible": { outline: "none" },
    "::after": { content: '""', position: "absolute", inset: 0, borderRadius: tokens.borderRadiusLarge },
    ":focus-visible::after": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  owner: { color: tokens.colorNeutralForeground2, [narrow]: { gridColumn: "1 / -1" } },
});

interface ReportListProps {
  readonly items: readonly DeviceProblemAnswer[];
  readonly onOpen: (id: string) => void;
}

export function ReportList({ items, onOpen }: ReportListProps) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  return (
    <ul className={styles.list} aria-label={text("report.list")}>
      {items.map((report) => (
        <li key={report.id} className={styles.item}>
          <div className={styles.words}>
            <button type="button" className={styles.open} onClick={() => onOpen(report.id)}>
              {text(`device.problem.${report.kind}`)} · {deviceWords(report, text)}
            </button>
            {report.text !== null && <Text className={styles.quiet}>{report.text}</Text>}
            <Text size={200} className={styles.quiet}>
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
