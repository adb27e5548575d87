import { makeStyles, tokens } from "@fluentui/react-components";
import { useText } from "../language/use-text";
import { type Shown, shareOf } from "./result-view";

const useStyles = makeStyles({
  chart: { display: "block", width: "100%", maxWidth: "640px", height: "auto" },
  grid: { stroke: tokens.colorNeutralStroke2, forcedColorAdjust: "none" },
  range: { stroke: tokens.colorNeutralStrokeAccessible, strokeWidth: "2px" },
  line: { stroke: tokens.colorBrandStroke1, strokeWidth: "2px", fill: "none" },
  point: { fill: tokens.colorBrandBackground, stroke: tokens.colorBrandStroke1 },
  words: { fill: tokens.colorNeutralForeground1, fontSize: tokens.fontSizeBase200 },
});

const size = { width: 640, height: 220, left: 48, right: 24, top: 12, bottom: 32 } as const;

export interface ChartPoint {
  readonly id: string;
  readonly name: string;
  /** Null is not published: the line has a gap there. */
  readonly shown: Shown | null;
}

/** Favourable answers over the runs with the likely range of each. The table below it says the same in words. */
export function TrendChart({
  label,
  points,
}: {
  readonly label: string;
  readonly points: readonly ChartPoint[];
}) {
  const styles = useStyles();
  const text = useText();
  const room = size.width - size.left - size.right;
  const x = (at: number) => size.left + ((at + 0.5) * room) / points.length;
  const y = (percent: number) => size.top + ((100 - percent) / 100) * (size.height - size.top - size.bottom);
  return (
    <svg className={styles.chart} viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={label}>
      {[0, 50, 100].map((percent) => (
        <g key={percent}>
          <line
            className={styles.grid}
            x1={size.left}
            x2={size.width - size.right}
            y1={y(percent)}
            y2={y(percent)}
          />
          <text className={styles.words} x={size.left - 6} y={y(percent) + 4} textAnchor="end">
            {text("confidence.results.percent", { percent })}
          </text>
        </g>
      ))}
      <path className={styles.line} d={lineThrough(points, x, y)} />
      {points.map(({ id, name, shown }, at) => (
        <g key={id}>
          {shown !== null && (
            <>
              <line
                className={styles.range}
                x1={x(at)}
                x2={x(at)}
                y1={y(shown.interval[0])}
                y2={y(shown.interval[1])}
              />
              <circle className={styles.point} cx={x(at)} cy={y(middleOf(shown))} r={5} />
            </>
          )}
          <text className={styles.words} x={x(at)} y={size.height - 8} textAnchor="middle">
            {name}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Of a range it is the middle: where a count is coded, nothing finer is published. */
function middleOf(shown: Shown): number {
  const { low, high } = shareOf(shown);
  return (low + high) / 2;
}

/** Only from one published figure to the very next run: nothing is drawn across what is not. */
export function lineThrough(
  points: readonly ChartPoint[],
  x: (at: number) => number,
  y: (percent: number) => number,
): string {
  return points
    .flatMap(({ shown }, at) => {
      if (shown === null) return [];
      const before = points[at - 1]?.shown ?? null;
      return [`${before === null ? "M" : "L"}${x(at)} ${y(middleOf(shown))}`];
    })
    .join(" ");
}
