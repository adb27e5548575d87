import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useText } from "../language/use-text";
import { problemText } from "./problem-text";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "center",
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingVerticalM,
  },
});

interface MoreRowsProps {
  readonly query: {
    readonly isFetchingNextPage: boolean;
    readonly isFetchNextPageError: boolean;
    readonly error: unknown;
    fetchNextPage(): unknown;
  };
  /** That more is on its way. */
  readonly loading: string;
  /** That it did not come. */
  readonly failed: string;
}

/** Below the last row: the next page on its way, or why it did not come. */
export function MoreRows({ query, loading, failed }: MoreRowsProps) {
  const text = useText();
  const styles = useStyles();
  if (query.isFetchingNextPage) {
    return (
      <div className={styles.root}>
        <Text>{loading}</Text>
      </div>
    );
  }
  if (!query.isFetchNextPageError) return null;
  return (
    <div className={styles.root} role="alert">
      <Text>
        {failed} {problemText(query.error, text)}
      </Text>
      <Button onClick={() => void query.fetchNextPage()}>{text("common.retry")}</Button>
    </div>
  );
}
