import { Badge, type BadgeProps, makeStyles, tokens } from "@fluentui/react-components";
import type { DeviceAnswer } from "../../src/contracts/device-contract";
import { type DeviceStatus, deviceStatuses } from "../../src/domain/device";
import { matchKey } from "../../src/domain/match-key";
import { useText } from "../language/use-text";

const colors: Readonly<Record<DeviceStatus, NonNullable<BadgeProps["color"]>>> = {
  deployable: "success",
  pending: "warning",
  undeployable: "danger",
  archived: "subtle",
};

const useStyles = makeStyles({
  badge: { flexShrink: 0 },
  label: {
    color: tokens.colorNeutralForeground2,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
});

/** The status in words, and the council's own label where it says something else. */
export function StatusBadge({ device }: { readonly device: Pick<DeviceAnswer, "status" | "label"> }) {
  const text = useText();
  const styles = useStyles();
  const known = deviceStatuses.includes(device.status);
  const word = known ? text(`device.status.${device.status}`) : String(device.status);
  const same = matchKey(word) === matchKey(device.label);
  return (
    <>
      <Badge
        className={styles.badge}
        appearance="tint"
        color={known ? colors[device.status] : "informative"}
        shape="rounded"
      >
        {word}
      </Badge>
      {!same && device.label !== "" && (
        <span className={styles.label} title={device.label}>
          {device.label}
        </span>
      )}
    </>
  );
}
