import { makeStyles, tokens } from "@fluentui/react-components";
import type { LicenceDetailsAnswer } from "../../src/contracts/licence-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { type Line, trendLines } from "./trend-lines";

const forced = "@media (forced-colors: active)";
const useStyles = makeStyles({
  svg: { display: "block", width: "100%", height: "auto", maxWidth: "880px" },
  axis: { stroke: tokens.colorNeutralStroke1 },
  word: { fill: tokens.colorNeutralForeground2, fontSize: "12px", fontFamily: tokens.fontFamilyBase },
  line: { fill: "none", strokeWidth: "2px", strokeLinejoin: "round", [forced]: { stroke: "CanvasText" } },
  usable: { stroke: tokens.colorNeutralForeground3, strokeDasharray: "6 4" },
  held: { stroke: tokens.colorBrandStroke1 },
  unused: { stroke: tokens.colorPaletteMarigoldBorderActive, strokeDasharray: "2 4" },
});

const [width, height, left, top] = [720, 220, 56, 12];
const [across, down] = [width - left - 96, height - top - 32];

type Snapshots = readonly LicenceDetailsAnswer["snapshots"][number][];

/** Seats bought, held and not used, night by night; a night without figures is a gap, never a line through it. */
export function TrendChart({ snapshots }: { readonly snapshots: Snapshots }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const [first, last] = [snapshots[0], snapshots.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const { lines, most } = trendLines(snapshots);
  const words = { first: format.date(first.day), last: format.date(last.day) };
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className={styles.svg}
      role="img"
      aria-label={text("licenceMoney.chart", words)}
    >
      <g>
        <path d={`M${left} ${top}v${down}h${across}`} fill="none" className={styles.axis} />
        {[most, 0].map((value) => (
          <text
            key={value}
            x={left - 8}
            y={top + (value === 0 ? down : 8)}
            textAnchor="end"
            className={styles.word}
          >
            {format.number(value)}
          </text>
        ))}
        <text x={left} y={height - 8} className={styles.word}>
          {words.first}
        </text>
        <text x={left + across} y={height - 8} textAnchor="end" className={styles.word}>
          {words.last}
        </text>
        {lines.map((line) => (
          <Curve key={line.key} line={line} />
        ))}
      </g>
    </svg>
  );
}

function Curve({ line: { key, parts, end } }: { readonly line: Line }) {
  const text = useText();
  const styles = useStyles();
  const x = (share: number) => left + share * across;
  const y = (share: number) => top + (1 - share) * down;
  const path = parts
    .map((part) =>
      part.map(([at, value], index) => `${index === 0 ? "M" : "L"}${x(at)} ${y(value)}`).join(""),
    )
    .join("");
  return (
    <>
      <path d={path} className={`${styles.line} ${styles[key]}`} />
      {end !== null && (
        <text x={left + across + 6} y={y(end) + 4} className={styles.word}>
          {text(`licence.one.${key}`)}
        </text>
      )}
    </>
  );
}
