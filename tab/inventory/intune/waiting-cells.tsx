import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { WaitingDeviceAnswer } from "../../../src/contracts/waiting-device-contract";
import { changeWords, type Words } from "../../history/history-words";
import { useFormat } from "../../language/use-format";
import { useText } from "../../language/use-text";
import { TeamLink } from "../../teams/team-link";

const useStyles = makeStyles({
  lines: { display: "flex", flexDirection: "column", minWidth: 0, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  list: { margin: 0, padding: 0, listStyle: "none" },
});

export function useDeviceName(): (device: WaitingDeviceAnswer) => string {
  const text = useText();
  return ({ name }) => name ?? text("sync.device.nameless");
}

/** What Intune calls it, its serial, and what it is. */
export function DeviceWords({ device }: { readonly device: WaitingDeviceAnswer }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const nameOf = useDeviceName();
  const { serial, manufacturer, model, os, osVersion, personName, lastSeenAt } = device;
  const lines = [
    serial === null ? text("sync.device.noSerial") : text("sync.device.serial", { serial }),
    [manufacturer, model].filter(Boolean).join(" "),
    [os, osVersion].filter(Boolean).join(" "),
    personName === null ? "" : text("sync.device.heldBy", { name: personName }),
    lastSeenAt === null ? "" : `${text("sync.device.column.seen")}: ${format.dateTime(lastSeenAt)}`,
  ];
  return (
    <span className={styles.lines}>
      <Text weight="semibold">{nameOf(device)}</Text>
      {lines
        .filter((line) => line !== "")
        .map((line) => (
          <Text key={line} size={200} className={styles.quiet}>
            {line}
          </Text>
        ))}
    </span>
  );
}

/** What it is in the register, with what it would change there. */
export function CandidateWords({
  device,
  words,
}: {
  readonly device: WaitingDeviceAnswer;
  readonly words: Words;
}) {
  const text = useText();
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {device.candidates.map(({ deviceId, assetTag, serial, model, holderName }) => (
        <li key={deviceId} className={styles.lines}>
          <TeamLink to="/inventory" filters={{ device: deviceId }}>
            {assetTag}
          </TeamLink>
          <Text size={200} className={styles.quiet}>
            {[model, serial, holderName && text("sync.device.heldBy", { name: holderName })]
              .filter(Boolean)
              .join(", ")}
          </Text>
        </li>
      ))}
      {device.changes.map((change) => (
        <li key={change.field}>{changeWords(change, words)}</li>
      ))}
    </ul>
  );
}

interface DecisionProps {
  readonly device: WaitingDeviceAnswer;
  readonly busy: boolean;
  readonly onDecide: (body: { resolution: "keep" | "take" } | { deviceId: string }) => void;
}

/** Which of two values stays, or which device of the register it is. */
export function Decision({ device, busy, onDecide }: DecisionProps) {
  const text = useText();
  const styles = useStyles();
  const name = useDeviceName()(device);
  if (device.changes.length > 0) {
    return (
      <span className={styles.buttons}>
        {(["keep", "take"] as const).map((resolution) => (
          <Button
            key={resolution}
            size="small"
            disabledFocusable={busy}
            aria-label={text(`sync.device.${resolution}Of`, { name })}
            onClick={() => onDecide({ resolution })}
          >
            {text(`sync.device.${resolution}`)}
          </Button>
        ))}
      </span>
    );
  }
  return (
    <span className={styles.buttons}>
      {device.candidates.map(({ deviceId, assetTag: tag }) => (
        <Button
          key={deviceId}
          size="small"
          disabledFocusable={busy}
          aria-label={text("sync.device.isThisOf", { name, tag })}
          onClick={() => onDecide({ deviceId })}
        >
          {text("sync.device.isThis", { tag })}
        </Button>
      ))}
    </span>
  );
}
