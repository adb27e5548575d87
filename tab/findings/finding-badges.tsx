import { Badge, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowDownRegular } from "@fluentui/react-icons/svg/arrow-down";
import { ErrorCircleRegular } from "@fluentui/react-icons/svg/error-circle";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { FindingState, Severity } from "../../src/domain/finding/finding";
import { useText } from "../language/use-text";

const useStyles = makeStyles({ row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS } });

const severityLook = {
  high: { color: "danger", icon: <ErrorCircleRegular /> },
  medium: { color: "warning", icon: <WarningRegular /> },
  low: { color: "informative", icon: <ArrowDownRegular /> },
} as const satisfies Record<Severity, object>;

const stateColour = {
  open: "brand",
  planned: "brand",
  done: "success",
  dismissed: "informative",
} as const satisfies Record<FindingState, string>;

interface Props {
  readonly severity: Severity;
  readonly state: FindingState;
}

/** How pressing it is, by colour, sign and word; and its state, where that says more than that it is open. */
export function FindingBadges({ severity, state }: Props) {
  const styles = useStyles();
  const text = useText();
  return (
    <div className={styles.row}>
      <Badge appearance="tint" {...severityLook[severity]}>
        {text(`finding.severity.${severity}`)}
      </Badge>
      {state !== "open" && (
        <Badge appearance="outline" color={stateColour[state]}>
          {text(`finding.state.${state}`)}
        </Badge>
      )}
    </div>
  );
}
