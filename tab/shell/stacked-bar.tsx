import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

/** Where the system sets the colours it would paint the fills away. */
const forced = "@media (forced-colors: active)";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    columnGap: "2px",
    height: "8px",
    borderRadius: tokens.borderRadiusCircular,
    overflow: "hidden",
    backgroundColor: tokens.colorNeutralBackground3,
  },
  // In high contrast the fills are all one colour; the lines that show there keep the parts apart.
  segment: {
    boxSizing: "border-box",
    minWidth: "4px",
    flexBasis: 0,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    [forced]: { backgroundColor: "CanvasText", forcedColorAdjust: "none" },
  },
  faded: { opacity: 0.35 },
  dot: {
    boxSizing: "border-box",
    width: "10px",
    height: "10px",
    borderRadius: tokens.borderRadiusSmall,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    [forced]: { backgroundColor: "CanvasText", forcedColorAdjust: "none" },
    flexShrink: 0,
  },
  good: { backgroundColor: tokens.colorPaletteGreenBackground3 },
  moving: { backgroundColor: tokens.colorPaletteBlueBorderActive },
  waiting: { backgroundColor: tokens.colorPaletteMarigoldBackground3 },
  bad: { backgroundColor: tokens.colorPaletteRedBackground3 },
  quiet: { backgroundColor: tokens.colorNeutralForeground4 },
});

export type Tone = "good" | "moving" | "waiting" | "bad" | "quiet";

export interface Segment {
  readonly key: string;
  readonly count: number;
  readonly tone: Tone;
  readonly faded?: boolean;
}

/** A picture of numbers that stand beside it in words; it says nothing by itself. */
export function StackedBar({ segments }: { readonly segments: readonly Segment[] }) {
  const styles = useStyles();
  return (
    <div className={styles.bar} aria-hidden>
      {segments
        .filter(({ count }) => count > 0)
        .map(({ key, count, tone, faded }) => (
          <div
            key={key}
            className={mergeClasses(styles.segment, styles[tone], faded === true && styles.faded)}
            style={{ flexGrow: count }}
          />
        ))}
    </div>
  );
}

/** The colour of a segment beside its word. */
export function ToneDot({ tone }: { readonly tone: Tone }) {
  const styles = useStyles();
  return <span className={mergeClasses(styles.dot, styles[tone])} aria-hidden />;
}
