import { MessageBar, MessageBarBody, makeStyles, tokens } from "@fluentui/react-components";
import type { DeviceAnswer } from "../../../src/contracts/device-contract";
import { useMe } from "../../session/session";
import { ModelText } from "../device-cells";
import { TypeText } from "../device-columns";
import { LabelText, StatusBadge } from "../status-badge";
import { DeviceActions } from "./device-actions";
import { DeviceFactsList } from "./device-facts-list";
import { DeviceHistory } from "./device-history";
import { DeviceProblems } from "./device-problems";

const useStyles = makeStyles({
  top: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
});

interface DeviceDetailsProps {
  readonly device: DeviceAnswer;
  /** The newest version, not the one from the list: only that may be edited. */
  readonly fresh: boolean;
  /** What was just done. */
  readonly said: string;
  readonly onSaid: (words: string) => void;
  readonly onEdit: () => void;
}

export function DeviceDetails({ device, fresh, said, onSaid, onEdit }: DeviceDetailsProps) {
  const styles = useStyles();
  const { can } = useMe();
  return (
    <>
      <div className={styles.top}>
        <div className={styles.head}>
          <TypeText type={device.type} />
          <ModelText device={device} />
          <StatusBadge status={device.status} />
          <LabelText device={device} />
        </div>
        <div role="status">
          {said !== "" && (
            <MessageBar intent="success">
              <MessageBarBody>{said}</MessageBarBody>
            </MessageBar>
          )}
        </div>
      </div>
      {can["device.change"] && (
        <DeviceActions device={device} fresh={fresh} onEdit={onEdit} onDone={onSaid} />
      )}
      {can["problem.read"] && <DeviceProblems deviceId={device.id} onDone={onSaid} />}
      <DeviceFactsList device={device} />
      <DeviceHistory device={device} />
    </>
  );
}
