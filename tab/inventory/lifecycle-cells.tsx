import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ClockRegular } from "@fluentui/react-icons/svg/clock";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import type { DeviceAnswer } from "../../src/contracts/device-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { Clipped } from "./device-cells";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", minWidth: 0 },
  line: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS, minWidth: 0 },
  when: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    minWidth: 0,
    display: "flex",
  },
  icon: { flexShrink: 0, fontSize: "14px" },
  bad: { color: tokens.colorStatusDangerForeground1 },
  soon: { color: tokens.colorStatusWarningForeground1 },
});

interface DeviceProps {
  readonly device: DeviceAnswer;
}

/** Whether its operating system is still supported, in words, and until when. */
export function OsSupportText({ device }: DeviceProps) {
  const text = useText();
  const format = useFormat();
  const { osSupport, osSupportEnd: first, osSupportLast: last } = device;
  const words = text(`device.osSupport.${osSupport}`);
  const when =
    first === null || last === null
      ? null
      : first === last
        ? format.date(last)
        : text("inventory.supportBetween", { first: format.date(first), last: format.date(last) });
  const mark = osSupport === "ended" ? "bad" : osSupport === "ending" ? "soon" : null;
  return (
    <Marked words={words} when={when} mark={mark} quiet={osSupport === "unknown" || osSupport === "none"} />
  );
}

/** Whether it is as old as devices of its type are meant to become. */
export function ReplacementText({ device: { replacement, replaceOn } }: DeviceProps) {
  const text = useText();
  const format = useFormat();
  const mark = replacement === "due" ? "bad" : replacement === "soon" ? "soon" : null;
  const when = replaceOn === null ? null : format.date(replaceOn);
  const words = text(`device.replacement.${replacement}`);
  return <Marked words={words} when={when} mark={mark} quiet={replacement === "unknown"} />;
}

interface MarkedProps {
  readonly words: string;
  readonly when: string | null;
  readonly mark: "bad" | "soon" | null;
  readonly quiet: boolean;
}

function Marked({ words, when, mark, quiet }: MarkedProps) {
  const styles = useStyles();
  const Icon = mark === "bad" ? WarningFilled : ClockRegular;
  return (
    <span className={styles.root}>
      <span className={styles.line}>
        {mark !== null && <Icon aria-hidden className={mergeClasses(styles.icon, styles[mark])} />}
        <Clipped quiet={quiet}>{words}</Clipped>
      </span>
      {when !== null && (
        <span className={styles.when}>
          <Clipped quiet>{when}</Clipped>
        </span>
      )}
    </span>
  );
}
