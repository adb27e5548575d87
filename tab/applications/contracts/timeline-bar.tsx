import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ContractAnswer } from "../../../src/contracts/supplier-contract";
import type { Format } from "../../language/formatting";
import { useFormat } from "../../language/use-format";
import { type Text, useText } from "../../language/use-text";
import type { Stretch, Timeline, TimelineRow } from "./timeline";
import { useMarks } from "./timeline-marks";

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "min(220px, 30%) minmax(0, 1fr)",
    alignItems: "center",
    width: "100%",
    minHeight: "30px",
    padding: 0,
    border: "none",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    textAlign: "start",
    cursor: "pointer",
    // Not the tokens for hovering: in high contrast they would swallow the words.
    ":hover": { backgroundColor: tokens.colorNeutralBackground2 },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
    "@media (max-width: 720px)": { gridTemplateColumns: "minmax(0, 1fr)", paddingTop: "4px" },
  },
  name: { paddingRight: tokens.spacingHorizontalS, overflowWrap: "anywhere" },
  lane: { position: "relative", height: "28px" },
  line: { position: "absolute", top: 0, bottom: 0, borderLeft: `1px dotted ${tokens.colorNeutralStroke1}` },
  part: { position: "absolute", top: "7px", minWidth: "2px" },
  openLeft: { borderLeftStyle: "none" },
  openRight: { borderRightStyle: "none" },
  notice: { position: "absolute", top: "8px" },
  today: { position: "absolute", top: 0, bottom: 0 },
});

interface BarProps {
  readonly row: TimelineRow;
  readonly timeline: Timeline;
  readonly onOpen: () => void;
}

/** One contract against the years; opens its application. */
export function TimelineBar({ row, timeline, onOpen }: BarProps) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const marks = useMarks();
  const open = mergeClasses(row.openLeft && styles.openLeft, row.openRight && styles.openRight);
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        aria-label={spoken(row.contract, text, format)}
        onClick={onOpen}
      >
        <span className={styles.name}>{row.contract.applicationName}</span>
        <span className={styles.lane}>
          {timeline.years.map(({ year, at }) => (
            <span key={year} className={styles.line} style={{ left: `${at}%` }} />
          ))}
          <span className={mergeClasses(marks.whole, styles.part, open)} style={placeOf(row.whole)} />
          {row.bound !== null && row.bound.width > 0 && (
            <span
              className={mergeClasses(marks.bound, styles.part, row.openRight && styles.openRight)}
              style={placeOf(row.bound)}
            />
          )}
          <span className={mergeClasses(marks.today, styles.today)} style={{ left: `${timeline.today}%` }} />
          {row.notice !== null && (
            <span className={mergeClasses(marks.notice, styles.notice)} style={{ left: `${row.notice}%` }} />
          )}
        </span>
      </button>
    </li>
  );
}

function placeOf({ left, width }: Stretch) {
  return { left: `${left}%`, width: `${width}%` };
}

/** All that the picture shows of a contract. */
function spoken(
  { applicationName, start, end, noticeDate }: ContractAnswer,
  text: Text,
  format: Format,
): string {
  const say = (day: string | null) => (day === null ? text("common.unknown") : format.date(day));
  return text("contractCalendar.timelineRow", {
    name: applicationName,
    start: say(start),
    notice: say(noticeDate),
    end: say(end),
  });
}
