import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { RolloutAnswer } from "../../src/contracts/rollout-contract";
import { dayText } from "../check-ins/check-in-draft";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { rolloutTimeline } from "./rollout-timeline";

const useStyles = makeStyles({
  card: {
    padding: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalL,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow2,
  },
  axis: {
    position: "relative",
    height: "18px",
    marginLeft: "min(220px, 30%)",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    "@media (max-width: 720px)": { marginLeft: 0 },
  },
  month: {
    position: "absolute",
    top: 0,
    whiteSpace: "nowrap",
    // A phone has room for every second name.
    ":nth-child(even)": { "@media (max-width: 720px)": { display: "none" } },
  },
  list: { margin: 0, padding: 0, listStyle: "none" },
  row: {
    display: "grid",
    gridTemplateColumns: "min(220px, 30%) minmax(0, 1fr)",
    alignItems: "center",
    padding: `${tokens.spacingVerticalXS} 0`,
    "@media (max-width: 720px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  name: { overflowWrap: "anywhere", paddingRight: tokens.spacingHorizontalM },
  track: {
    position: "relative",
    height: "22px",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  bar: {
    position: "absolute",
    top: "3px",
    bottom: "3px",
    boxSizing: "border-box",
    minWidth: "4px",
    borderRadius: tokens.borderRadiusSmall,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground1,
    "@media (forced-colors: active)": { backgroundColor: "Canvas" },
  },
  running: { backgroundColor: tokens.colorPaletteBlueBorderActive },
  finished: { backgroundColor: tokens.colorPaletteGreenBackground3 },
  "rolled-back": { backgroundColor: tokens.colorPaletteRedBackground3 },
  paused: { backgroundColor: tokens.colorPaletteMarigoldBackground3 },
  planned: {},
  today: {
    position: "absolute",
    top: 0,
    bottom: 0,
    width: "2px",
    backgroundColor: tokens.colorBrandStroke1,
    "@media (forced-colors: active)": { backgroundColor: "Highlight", forcedColorAdjust: "none" },
  },
});

/** When the waves of all rollouts are, against today. A picture of what the list says in words. */
export function PortfolioTimeline({ rollouts }: { readonly rollouts: readonly RolloutAnswer[] }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const { rows, months, today } = useMemo(() => rolloutTimeline(rollouts, dayText(new Date())), [rollouts]);
  if (rows.length === 0) return null;
  const spoken = (name: string, wave: RolloutAnswer["waves"][number]) =>
    [
      `${name}, ${wave.name}`,
      text(`rollout.state.${wave.state}`),
      text("rollout.from", { start: format.date(wave.plannedStart), end: format.date(wave.plannedEnd) }),
    ].join(": ");
  return (
    <section className={styles.card} aria-label={text("rollout.timeline")}>
      <div className={styles.axis} aria-hidden>
        {months
          .filter(({ at }) => at < 92)
          .map(({ day, at }) => (
            <span key={day} className={styles.month} style={{ left: `${at}%` }}>
              {format.date(day)}
            </span>
          ))}
      </div>
      <ul className={styles.list}>
        {rows.map(({ rollout, bars }) => (
          <li key={rollout.id} className={styles.row}>
            <span className={styles.name}>{rollout.name}</span>
            <div className={styles.track}>
              <div className={styles.today} style={{ left: `${today}%` }} title={text("rollout.today")} />
              {bars.map(({ wave, left, width }) => (
                <div
                  key={wave.id}
                  role="img"
                  className={mergeClasses(styles.bar, styles[wave.state])}
                  style={{ left: `${left}%`, width: `${width}%` }}
                  title={spoken(rollout.name, wave)}
                  aria-label={spoken(rollout.name, wave)}
                />
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
