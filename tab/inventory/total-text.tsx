import { makeStyles, tokens } from "@fluentui/react-components";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import type { useDevices } from "./use-devices";

const useStyles = makeStyles({
  root: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  total: { fontWeight: tokens.fontWeightSemibold, whiteSpace: "nowrap" },
  quiet: { color: tokens.colorNeutralForeground3 },
});

type DevicesQuery = ReturnType<typeof useDevices>;

/** How many devices the filters leave; said aloud when it changes. */
export function TotalText({ query }: { readonly query: DevicesQuery }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const { total, totalCapped, isSuccess, isPlaceholderData } = query;
  const number = format.number(total);
  const words = totalCapped
    ? text("inventory.totalCapped", { total: number })
    : text("inventory.total", { count: total, total: number });
  return (
    <div className={styles.root}>
      <span className={styles.total} role="status">
        {isSuccess && !isPlaceholderData ? words : ""}
      </span>
      {isPlaceholderData && <span className={styles.quiet}>{text("inventory.refreshing")}</span>}
    </div>
  );
}
