import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type DeviceStatus, deviceStatuses } from "../../src/domain/device";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { useStatusCounts } from "./use-devices";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  bar: {
    display: "flex",
    columnGap: "2px",
    height: "8px",
    borderRadius: tokens.borderRadiusCircular,
    overflow: "hidden",
    backgroundColor: tokens.colorNeutralStencil1,
  },
  segment: { minWidth: "3px", transitionProperty: "opacity", transitionDuration: tokens.durationNormal },
  faded: { opacity: 0.35 },
  legend: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalXS, rowGap: "2px" },
  entry: {
    display: "inline-flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    minHeight: "32px",
    padding: `0 ${tokens.spacingHorizontalS}`,
    font: "inherit",
    color: tokens.colorNeutralForeground2,
    backgroundColor: "transparent",
    border: `${tokens.strokeWidthThin} solid transparent`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-1px",
    },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    color: tokens.colorNeutralForeground1,
  },
  dot: { width: "10px", height: "10px", borderRadius: tokens.borderRadiusSmall, flexShrink: 0 },
  count: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  deployable: { backgroundColor: tokens.colorPaletteGreenBackground3, forcedColorAdjust: "none" },
  pending: { backgroundColor: tokens.colorPaletteMarigoldBackground3, forcedColorAdjust: "none" },
  undeployable: { backgroundColor: tokens.colorPaletteRedBackground3, forcedColorAdjust: "none" },
  archived: { backgroundColor: tokens.colorNeutralForeground4, forcedColorAdjust: "none" },
});

interface SummaryBarProps {
  readonly chosen: DeviceStatus | null;
  readonly onChoose: (status: DeviceStatus | null) => void;
}

/** How many devices are in which state. The bar is a picture of the numbers in the legend, which also filter. */
export function SummaryBar({ chosen, onChoose }: SummaryBarProps) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const { data, isError } = useStatusCounts();
  if (isError || data?.total === 0) return null;
  const toggle = (status: DeviceStatus) => onChoose(status === chosen ? null : status);
  return (
    <section className={styles.root} aria-label={text("inventory.summaryLabel")}>
      <div className={styles.bar} aria-hidden>
        {deviceStatuses.map((status) => {
          const count = data?.counts[status] ?? 0;
          const faded = chosen !== null && chosen !== status && styles.faded;
          const look = mergeClasses(styles.segment, styles[status], faded);
          return count === 0 ? null : <div key={status} className={look} style={{ flexGrow: count }} />;
        })}
      </div>
      <div className={styles.legend}>
        {deviceStatuses.map((status) => (
          <button
            key={status}
            type="button"
            className={mergeClasses(styles.entry, chosen === status && styles.chosen)}
            aria-pressed={chosen === status}
            onClick={() => toggle(status)}
          >
            <span className={mergeClasses(styles.dot, styles[status])} aria-hidden />
            <span>{text(`device.status.${status}`)}</span>
            <span className={styles.count}>{data ? format.number(data.counts[status]) : "…"}</span>
          </button>
        ))}
      </div>
    </section>
  );
}
