import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ClockRegular } from "@fluentui/react-icons/svg/clock";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import type { DeviceAnswer } from "../../src/contracts/device-contract";
import type { Instant } from "../../src/domain/instant";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { AcceptanceBadge } from "./acceptance-badge";
import { localDay, modelName, warrantyState } from "./device-facts";

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3 },
  stack: { display: "flex", flexDirection: "column", minWidth: 0 },
  dated: {
    display: "inline-flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  overdue: { color: tokens.colorPaletteRedForeground1 },
  soon: { color: tokens.colorStatusWarningForeground1 },
  clip: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", minWidth: 0 },
  icon: { flexShrink: 0, fontSize: "14px" },
});

interface DeviceProps {
  readonly device: DeviceAnswer;
}

/** One line that ends in dots when it is too long, and says all of it on hover. */
export function Clipped({
  children,
  quiet = false,
}: {
  readonly children: string;
  readonly quiet?: boolean;
}) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.clip, quiet && styles.quiet)} title={children}>
      {children}
    </span>
  );
}

export function ModelText({ device }: DeviceProps) {
  const text = useText();
  const model = modelName(device);
  return <Clipped quiet={model === null}>{model ?? text("inventory.modelUnknown")}</Clipped>;
}

export function TeamText({ device }: DeviceProps) {
  const text = useText();
  return <Clipped quiet={device.teamName === null}>{device.teamName ?? text("inventory.noTeam")}</Clipped>;
}

/** A person, else the team that has it to share, else nobody: in stock. */
export function HolderText({ device }: DeviceProps) {
  const text = useText();
  if (device.assigneeId !== null) return <Clipped>{device.assigneeName ?? text("common.unknown")}</Clipped>;
  return (
    <Clipped quiet>{text(device.teamId === null ? "inventory.inStock" : "inventory.heldByTeam")}</Clipped>
  );
}

/** Who holds it, and beneath whether they have not said yes: beside the name, the words would leave it no room. */
export function HolderCell({ device }: DeviceProps) {
  const styles = useStyles();
  return (
    <span className={styles.stack}>
      <HolderText device={device} />
      <AcceptanceBadge acceptance={device.acceptance} />
    </span>
  );
}

/** The end of the warranty; what is over or nearly so is said in words, with an icon. */
export function WarrantyText({ device }: DeviceProps) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const state = warrantyState(device.warrantyEnd, localDay(new Date()));
  if (state === "unknown") return <Clipped quiet>{text("inventory.warrantyUnknown")}</Clipped>;
  const date = format.date(device.warrantyEnd);
  if (state === "running") return <Clipped>{date}</Clipped>;
  const overdue = state === "overdue";
  const Icon = overdue ? WarningFilled : ClockRegular;
  return (
    <span className={styles.stack}>
      <Clipped>{date}</Clipped>
      <span className={styles.dated}>
        <Icon aria-hidden className={mergeClasses(styles.icon, overdue ? styles.overdue : styles.soon)} />
        <Clipped>{text(overdue ? "inventory.overdue" : "inventory.endsSoon")}</Clipped>
      </span>
    </span>
  );
}

export function ConfirmedText({ at }: { readonly at: Instant | null }) {
  const text = useText();
  const format = useFormat();
  if (at === null) return <Clipped quiet>{text("inventory.notConfirmed")}</Clipped>;
  const today = localDay(new Date(at)) === localDay(new Date());
  const words = today ? text("inventory.confirmedToday") : sentence(format.relative(at));
  return <span title={format.dateTime(at)}>{words}</span>;
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
