import { makeStyles, tokens } from "@fluentui/react-components";
import type { DeviceAnswer } from "../../src/contracts/device-contract";
import { useText } from "../language/use-text";
import { Clipped, ConfirmedText, HolderText, ModelText } from "./device-cells";
import { DeviceIcon } from "./device-icon";
import { StatusBadge } from "./status-badge";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  line: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS, minWidth: 0 },
  tag: { fontWeight: tokens.fontWeightSemibold, flexShrink: 0, maxWidth: "50%", display: "flex" },
  model: { flexGrow: 1, minWidth: 0, display: "flex" },
  status: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    flexShrink: 1,
    minWidth: 0,
  },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  end: { marginLeft: "auto", flexShrink: 0 },
  grow: { flexGrow: 1, minWidth: 0, display: "flex" },
});

/** Two lines for a phone: which device and in what state; who has it and when that was last confirmed. */
export function DeviceCard({ device }: { readonly device: DeviceAnswer }) {
  const text = useText();
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <div className={styles.line}>
        <DeviceIcon type={device.type} label={text(`device.type.${device.type}`)} />
        <span className={styles.tag}>
          <Clipped>{device.assetTag}</Clipped>
        </span>
        <span className={styles.model}>
          <ModelText device={device} />
        </span>
      </div>
      <div className={`${styles.line} ${styles.small}`}>
        <span className={styles.status}>
          <StatusBadge device={device} />
        </span>
        <span className={styles.grow}>
          <HolderText device={device} />
        </span>
        <span className={styles.end}>
          <ConfirmedText at={device.lastConfirmedAt} />
        </span>
      </div>
    </div>
  );
}
