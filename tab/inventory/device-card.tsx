import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { DeviceAnswer } from "../../src/contracts/device-contract";
import { useText } from "../language/use-text";
import { AcceptanceBadge, isUnaccepted } from "./acceptance-badge";
import { Clipped, ConfirmedText, HolderText, ModelText } from "./device-cells";
import { DeviceIcon } from "./device-icon";
import { LabelText, StatusBadge } from "./status-badge";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  line: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS, minWidth: 0 },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  tag: { display: "flex", flexShrink: 0, maxWidth: "45%", fontWeight: tokens.fontWeightSemibold },
  model: { display: "flex", flexGrow: 1, minWidth: 0 },
  /** Beneath the words of the first line, not its icon. */
  second: { paddingLeft: "28px" },
  who: { display: "flex", columnGap: tokens.spacingHorizontalXS, flexGrow: 1, minWidth: 0 },
  /** Gives way before the name does. */
  label: {
    display: "flex",
    flexShrink: 1_000,
    minWidth: 0,
    ":not(:empty)::before": { content: '"·"', marginRight: "4px" },
  },
  when: { flexShrink: 0 },
});

/**
 * Two lines for a phone: which device and in what state; who has it and when that was last confirmed, or that they have
 * not said yes.
 */
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
        <StatusBadge status={device.status} />
      </div>
      <div className={mergeClasses(styles.line, styles.small, styles.second)}>
        <span className={styles.who}>
          <HolderText device={device} />
          <span className={styles.label}>
            <LabelText device={device} />
          </span>
        </span>
        <span className={styles.when}>
          {isUnaccepted(device.acceptance) ? (
            <AcceptanceBadge acceptance={device.acceptance} />
          ) : (
            <ConfirmedText at={device.lastConfirmedAt} />
          )}
        </span>
      </div>
    </div>
  );
}
