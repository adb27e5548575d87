import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { RenewalAnswer } from "../../src/contracts/licence-money-contract";
import { localDay } from "../inventory/device-facts";
import { useFormat } from "../language/use-format";
import { narrow } from "../shell/theme";
import { placesOf } from "./renewal-places";

const useStyles = makeStyles({
  card: {
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow2,
  },
  // The words would be too small to read, and the table says the same.
  wide: { [narrow]: { display: "none" } },
  svg: { display: "block", width: "100%", height: "auto" },
  axis: { stroke: tokens.colorNeutralStrokeAccessible },
  word: { fill: tokens.colorNeutralForeground2, fontSize: "12px", fontFamily: tokens.fontFamilyBase },
  subscription: {
    fill: tokens.colorBrandBackground,
    "@media (forced-colors: active)": { fill: "CanvasText" },
  },
  contract: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorBrandStroke1,
    strokeWidth: "2px",
    "@media (forced-colors: active)": { stroke: "CanvasText" },
  },
});

const width = 960;
const middle = 44;

/** The days by which one has to act, on a line: squares for subscriptions, circles for contracts. The table says the same. */
export function RenewalLine({ renewals }: { readonly renewals: readonly RenewalAnswer[] }) {
  const styles = useStyles();
  const format = useFormat();
  const { marks, months } = placesOf(renewals, localDay(new Date()));
  if (marks.length === 0) return null;
  const x = (share: number) => 16 + share * (width - 32);
  return (
    <div className={mergeClasses(styles.card, styles.wide)} aria-hidden>
      <svg viewBox={`0 0 ${width} 84`} className={styles.svg} role="presentation">
        <line x1={16} x2={width - 16} y1={middle} y2={middle} className={styles.axis} />
        {months.map(({ day, share }) => (
          <g key={day}>
            <line x1={x(share)} x2={x(share)} y1={middle - 5} y2={middle + 5} className={styles.axis} />
            <text x={x(share)} y={middle + 26} textAnchor={anchorOf(share)} className={styles.word}>
              {format.date(day)}
            </text>
          </g>
        ))}
        {marks.map(({ id, source, share, level }) =>
          source === "subscription" ? (
            <rect
              key={`s/${id}`}
              x={x(share) - 6}
              y={middle - 14 - level * 10}
              width={12}
              height={12}
              className={styles.subscription}
            />
          ) : (
            <circle
              key={`c/${id}`}
              cx={x(share)}
              cy={middle - 8 - level * 10}
              r={6}
              className={styles.contract}
            />
          ),
        )}
      </svg>
    </div>
  );
}

/** The words at both ends stay within the picture. */
function anchorOf(share: number): "start" | "middle" | "end" {
  if (share < 0.05) return "start";
  return share > 0.95 ? "end" : "middle";
}
