import { Badge, makeStyles, tokens } from "@fluentui/react-components";
import type { LicenceAnswer } from "../../src/contracts/licence-contract";
import { useText } from "../language/use-text";

const useStyles = makeStyles({
  mark: { whiteSpace: "nowrap" },
  root: { display: "inline-flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
});

/** What sets a SKU apart: that it costs nothing, or is not simply in force. */
export function LicenceMarks({ licence: { free, status } }: { readonly licence: LicenceAnswer }) {
  const styles = useStyles();
  const text = useText();
  if (!free && status === "Enabled") return null;
  return (
    <span className={styles.root}>
      {free && (
        <Badge className={styles.mark} appearance="tint" color="informative">
          {text("licence.mark.free")}
        </Badge>
      )}
      {status !== "Enabled" && (
        <Badge className={styles.mark} appearance="tint" color={status === "Warning" ? "warning" : "danger"}>
          {text(`licence.status.${status}`)}
        </Badge>
      )}
    </span>
  );
}
