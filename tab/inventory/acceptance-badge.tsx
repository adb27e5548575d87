import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { DeviceAnswer } from "../../src/contracts/device-contract";
import { useText } from "../language/use-text";

const useStyles = makeStyles({
  badge: {
    flexShrink: 0,
    alignSelf: "flex-start",
    padding: "0 6px",
    lineHeight: "18px",
    fontSize: tokens.fontSizeBase200,
    whiteSpace: "nowrap",
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
  },
  declined: {
    color: tokens.colorStatusDangerForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusDangerBorder1}`,
  },
});

/** Whether its holder has not said yes: an accepted device needs no mark. */
export function isUnaccepted(
  acceptance: DeviceAnswer["acceptance"],
): acceptance is Exclude<DeviceAnswer["acceptance"], "accepted" | null> {
  return acceptance === "pending" || acceptance === "declined";
}

export function AcceptanceBadge({ acceptance }: Pick<DeviceAnswer, "acceptance">) {
  const text = useText();
  const styles = useStyles();
  if (!isUnaccepted(acceptance)) return null;
  return (
    <span className={mergeClasses(styles.badge, acceptance === "declined" && styles.declined)}>
      {text(`device.acceptance.${acceptance}`)}
    </span>
  );
}
