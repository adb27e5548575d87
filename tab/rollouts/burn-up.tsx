import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import type { ProgressAnswer } from "../../src/contracts/rollout-shapes";
import type { Format } from "../language/formatting";
import { useFormat } from "../language/use-format";
import { useText, type Text as Words } from "../language/use-text";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow2,
  },
  picture: { width: "100%", height: "160px", overflow: "visible" },
  line: { fill: "none", strokeWidth: "2px", vectorEffect: "non-scaling-stroke" },
  planned: { stroke: tokens.colorNeutralStrokeAccessible, strokeDasharray: "4 4" },
  live: { stroke: tokens.colorPaletteBlueBorderActive },
  confirmed: { stroke: tokens.colorPaletteGreenForeground1, strokeWidth: "3px" },
  axis: { stroke: tokens.colorNeutralStroke2, vectorEffect: "non-scaling-stroke" },
  legend: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  keys: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM },
  key: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
  sample: { width: "22px", height: "6px" },
});

const lines = ["planned", "live", "confirmed"] as const;

/** How far it is against its plan, in a sentence and as a picture of it. */
export function BurnUp({ progress }: { readonly progress: ProgressAnswer }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const { burnUp, total } = progress;
  const days = [burnUp[0]?.day ?? null, burnUp.at(-1)?.day ?? null];
  const x = (at: number) => (burnUp.length < 2 ? 0 : (at / (burnUp.length - 1)) * 100);
  const y = (count: number) => 100 - (total === 0 ? 0 : (count / total) * 100);
  const points = (line: (typeof lines)[number]) =>
    burnUp.flatMap((point, at) => {
      const count = point[line];
      return count === null ? [] : [`${x(at)},${y(count)}`];
    });
  return (
    <div className={styles.root}>
      <Text>{progressWords(progress, text, format)}</Text>
      <Text>{forecastWords(progress.forecast, text, format)}</Text>
      <svg className={styles.picture} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        <line className={styles.axis} x1={0} x2={100} y1={100} y2={100} />
        {lines.map((line) => (
          <polyline
            key={line}
            className={mergeClasses(styles.line, styles[line])}
            points={points(line).join(" ")}
          />
        ))}
      </svg>
      <div className={styles.legend} aria-hidden="true">
        <span>{format.date(days[0] ?? null)}</span>
        <span className={styles.keys}>
          {lines.map((line) => (
            <span key={line} className={styles.key}>
              <svg className={styles.sample} viewBox="0 0 22 6" aria-hidden="true">
                <line className={mergeClasses(styles.line, styles[line])} x1={0} x2={22} y1={3} y2={3} />
              </svg>
              {text(`rollout.line.${line}`)}
            </span>
          ))}
        </span>
        <span>{format.date(days[1] ?? null)}</span>
      </div>
    </div>
  );
}

function progressWords(
  { confirmed, total, plannedByNow }: ProgressAnswer,
  text: Words,
  format: Format,
): string {
  return text("rollout.progress.sentence", {
    done: format.number(confirmed),
    all: format.number(total),
    planned: format.number(plannedByNow),
  });
}

function forecastWords(
  { state, earliest, latest }: ProgressAnswer["forecast"],
  text: Words,
  format: Format,
): string {
  if (state !== "expected") return text(`rollout.progress.${state}`);
  if (earliest === null) return text("rollout.progress.farOff");
  if (latest === null) return text("rollout.progress.after", { earliest: format.date(earliest) });
  return text("rollout.progress.between", { earliest: format.date(earliest), latest: format.date(latest) });
}
