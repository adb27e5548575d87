import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type DeviceStatus, deviceStatuses } from "../../src/domain/device";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { StackedBar, type Tone, ToneDot } from "../shell/stacked-bar";
import { useStatusCounts } from "./use-devices";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
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
    ":hover": { backgroundColor: tokens.colorNeutralBackground3 },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-1px",
    },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground3,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    color: tokens.colorNeutralForeground1,
    "@media (forced-colors: active)": { outline: `${tokens.strokeWidthThick} solid Highlight` },
  },
  count: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
});

const tones: Readonly<Record<DeviceStatus, Tone>> = {
  deployable: "good",
  pending: "waiting",
  undeployable: "bad",
  archived: "quiet",
};

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
      <StackedBar
        segments={deviceStatuses.map((status) => ({
          key: status,
          count: data?.counts[status] ?? 0,
          tone: tones[status],
          faded: chosen !== null && chosen !== status,
        }))}
      />
      <div className={styles.legend}>
        {deviceStatuses.map((status) => (
          <button
            key={status}
            type="button"
            className={mergeClasses(styles.entry, chosen === status && styles.chosen)}
            aria-pressed={chosen === status}
            onClick={() => toggle(status)}
          >
            <ToneDot tone={tones[status]} />
            <span>{text(`device.status.${status}`)}</span>
            <span className={styles.count}>{data ? format.number(data.counts[status]) : "…"}</span>
          </button>
        ))}
      </div>
    </section>
  );
}
