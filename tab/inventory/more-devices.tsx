import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useText } from "../language/use-text";
import { problemText } from "../shell/problem-text";
import type { useDevices } from "./use-devices";

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

/** Below the last row: the next page on its way, or why it did not come. */
export function MoreDevices({ query }: { readonly query: ReturnType<typeof useDevices> }) {
  const text = useText();
  const styles = useStyles();
  if (query.isFetchingNextPage) {
    return (
      <div className={styles.root}>
        <Text>{text("inventory.loadingMore")}</Text>
      </div>
    );
  }
  if (!query.isFetchNextPageError) return null;
  return (
    <div className={styles.root} role="alert">
      <Text>
        {text("inventory.moreFailed")} {problemText(query.error, text)}
      </Text>
      <Button onClick={() => void query.fetchNextPage()}>{text("common.retry")}</Button>
    </div>
  );
}
