import { makeStyles, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";
import { useText } from "../language/use-text";

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalM },
});

interface Props {
  readonly rows?: number;
  readonly rowHeight?: 16 | 24 | 32 | 48 | 64 | 96 | 128;
  readonly label?: string;
}

/** Grey rows in place of what is on its way. */
export function LoadingState({ rows = 4, rowHeight = 48, label }: Props) {
  const styles = useStyles();
  const text = useText();
  const keys = Array.from({ length: rows }, (_, row) => `row-${row}`);
  return (
    <div role="status" aria-label={label ?? text("common.loading")}>
      <Skeleton className={styles.root} aria-hidden="true">
        {keys.map((key) => (
          <SkeletonItem key={key} size={rowHeight} />
        ))}
      </Skeleton>
    </div>
  );
}
