import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useText } from "../../language/use-text";
import { useMarks } from "./timeline-marks";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexWrap: "wrap",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    margin: 0,
    marginBottom: tokens.spacingVerticalM,
    padding: 0,
    listStyle: "none",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  item: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  wide: { width: "28px" },
  line: { height: "16px" },
  diamond: { marginLeft: "8px" },
});

/** What the parts of the picture mean. */
export function TimelineLegend() {
  const text = useText();
  const styles = useStyles();
  const marks = useMarks();
  return (
    <ul className={styles.list}>
      <Item words={text("contractCalendar.legendWhole")}>
        <span className={mergeClasses(marks.whole, styles.wide)} />
      </Item>
      <Item words={text("contractCalendar.legendNotice")}>
        <span className={mergeClasses(marks.notice, styles.diamond)} />
      </Item>
      <Item words={text("contractCalendar.legendBound")}>
        <span className={mergeClasses(marks.bound, styles.wide)} />
      </Item>
      <Item words={text("contractCalendar.legendToday")}>
        <span className={mergeClasses(marks.today, styles.line)} />
      </Item>
    </ul>
  );
}

function Item({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <li className={styles.item}>
      <span aria-hidden className={styles.item}>
        {children}
      </span>
      {words}
    </li>
  );
}
