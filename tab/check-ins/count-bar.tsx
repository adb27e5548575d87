import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  track: {
    height: "8px",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground5,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    overflow: "hidden",
  },
  fill: { height: "100%", backgroundColor: tokens.colorNeutralForeground3 },
  good: { backgroundColor: tokens.colorBrandBackground },
  warning: { backgroundColor: tokens.colorPaletteDarkOrangeForeground1 },
});

export type BarTone = "plain" | "good" | "warning";

interface Props {
  readonly part: number;
  readonly whole: number;
  readonly tone?: BarTone;
}

/** A picture of a share; the numbers stand beside it in words, so it is hidden from screen readers. */
export function CountBar({ part, whole, tone = "plain" }: Props) {
  const styles = useStyles();
  const percent = whole === 0 ? 0 : Math.min(100, (100 * part) / whole);
  return (
    <div className={styles.track} aria-hidden="true">
      <div
        className={mergeClasses(styles.fill, tone !== "plain" && styles[tone])}
        style={{ width: `${percent}%` }}
      />
    </div>
  );
}
