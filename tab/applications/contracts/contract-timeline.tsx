import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { ContractAnswer } from "../../../src/contracts/supplier-contract";
import { localDay } from "../../inventory/device-facts";
import { useText } from "../../language/use-text";
import { type Timeline, timelineOf } from "./timeline";
import { TimelineBar } from "./timeline-bar";
import { TimelineLegend } from "./timeline-legend";

const useStyles = makeStyles({
  card: {
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow2,
  },
  list: { margin: 0, padding: 0, listStyle: "none" },
  axis: {
    position: "relative",
    height: "18px",
    marginLeft: "min(220px, 30%)",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    "@media (max-width: 720px)": { marginLeft: 0 },
  },
  year: { position: "absolute", top: 0, transform: "translateX(-50%)" },
  more: { marginTop: tokens.spacingVerticalS },
});

/** More than fit on a screen; the tables below have them all. */
const shownAtFirst = 15;

interface TimelineProps {
  readonly contracts: readonly ContractAnswer[];
  readonly onOpen: (id: string) => void;
}

/** When contracts begin, can be given notice, and end, against today. Says what the tables say. */
export function ContractTimeline({ contracts, onOpen }: TimelineProps) {
  const text = useText();
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const timeline = useMemo(() => timelineOf(contracts, localDay(new Date())), [contracts]);
  if (timeline.rows.length === 0) return null;
  const rows = all ? timeline.rows : timeline.rows.slice(0, shownAtFirst);
  return (
    <section className={styles.card} aria-label={text("contractCalendar.timeline")}>
      <TimelineLegend />
      <Axis timeline={timeline} />
      <ul className={styles.list}>
        {rows.map((row) => (
          <TimelineBar
            key={row.contract.id}
            row={row}
            timeline={timeline}
            onOpen={() => onOpen(row.contract.applicationId)}
          />
        ))}
      </ul>
      {rows.length < timeline.rows.length && (
        <Button size="small" className={styles.more} onClick={() => setAll(true)}>
          {text("contractCalendar.timelineAll", { count: timeline.rows.length })}
        </Button>
      )}
    </section>
  );
}

function Axis({ timeline: { years } }: { readonly timeline: Timeline }) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.axis)} aria-hidden>
      {years
        .filter(({ at }) => at > 3 && at < 97)
        .map(({ year, at }) => (
          <span key={year} className={styles.year} style={{ left: `${at}%` }}>
            {year}
          </span>
        ))}
    </div>
  );
}
