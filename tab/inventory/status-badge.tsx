import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { DeviceAnswer } from "../../src/contracts/device-contract";
import { type DeviceStatus, deviceStatuses } from "../../src/domain/device";
import { matchKey } from "../../src/domain/match-key";
import { useText } from "../language/use-text";
import { Clipped } from "./device-cells";

// Fluent's Badge looks the same and would cost every first visit 3 KiB.
const useStyles = makeStyles({
  badge: {
    flexShrink: 0,
    boxSizing: "border-box",
    maxWidth: "100%",
    overflow: "hidden",
    textOverflow: "ellipsis",
    padding: "0 6px",
    lineHeight: "18px",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: "nowrap",
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid transparent`,
  },
  deployable: {
    color: tokens.colorStatusSuccessForeground1,
    backgroundColor: tokens.colorStatusSuccessBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusSuccessBorder1}`,
  },
  pending: {
    color: tokens.colorStatusWarningForeground1,
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder1}`,
  },
  undeployable: {
    color: tokens.colorStatusDangerForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusDangerBorder1}`,
  },
  archived: {
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  },
});

/** The status in words, its colour only beside them. */
export function StatusBadge({ status }: { readonly status: DeviceStatus }) {
  const text = useText();
  const styles = useStyles();
  const known = deviceStatuses.find((each) => each === status);
  return (
    <span className={mergeClasses(styles.badge, styles[known ?? "archived"])}>
      {known ? text(`device.status.${known}`) : status}
    </span>
  );
}

/** The council's own word for the state, where it says more than the status does. */
export function LabelText({ device }: { readonly device: Pick<DeviceAnswer, "status" | "label"> }) {
  const text = useText();
  const label = matchKey(device.label);
  // Labels are the council's own and stay as written, so "Pending" says nothing beside "Yn aros" either.
  const same = label === device.status || label === matchKey(text(`device.status.${device.status}`));
  return same || label === "" ? null : <Clipped>{device.label}</Clipped>;
}
