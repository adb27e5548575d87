import { makeStyles, tokens } from "@fluentui/react-components";
import { useText } from "../language/use-text";

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalM },
  row: {
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground5,
    animationName: { "0%, 100%": { opacity: 1 }, "50%": { opacity: 0.5 } },
    animationDuration: "1.8s",
    animationIterationCount: "infinite",
  },
});

interface Props {
  readonly rows?: number;
  /** In pixels, about as high as what will stand there. */
  readonly rowHeight?: number;
  readonly label?: string;
}

/** Grey rows in place of what is on its way. */
export function LoadingState({ rows = 4, rowHeight = 48, label }: Props) {
  const styles = useStyles();
  const text = useText();
  const keys = Array.from({ length: rows }, (_, row) => `row-${row}`);
  return (
    <div role="status" aria-label={label ?? text("common.loading")} className={styles.root}>
      {keys.map((key) => (
        <div key={key} className={styles.row} style={{ height: `${rowHeight}px` }} />
      ))}
    </div>
  );
}
