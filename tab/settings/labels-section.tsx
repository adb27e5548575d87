import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { DeviceLabelAnswer } from "../../src/contracts/device-label-contract";
import { useDeviceLabels } from "../inventory/use-labels";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { LabelDialog } from "./label-dialog";
import { SettingSection } from "./setting-section";

const useStyles = makeStyles({
  scroll: { overflowX: "auto", minWidth: 0 },
  table: { width: "100%", maxWidth: "760px", borderCollapse: "collapse" },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    textAlign: "start",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "break-word",
  },
  number: { textAlign: "end", fontVariantNumeric: "tabular-nums" },
  quiet: { display: "block", color: tokens.colorNeutralForeground3 },
});

/** The council's own words for the state of devices, and how many devices carry each. */
export function LabelsSection() {
  const text = useText();
  const { can } = useMe();
  const labels = useDeviceLabels();
  /** The label whose dialog is open; `new` adds one. */
  const [opened, setOpened] = useState<DeviceLabelAnswer | "new" | null>(null);
  return (
    <SettingSection title={text("deviceLabel.title")} text={text("deviceLabel.text")}>
      {labels.isPending && <LoadingState />}
      {labels.isError && <ErrorState problem={labels.error} onRetry={() => void labels.refetch()} />}
      {labels.data && <LabelTableView labels={labels.data.items} onOpen={setOpened} />}
      {can["device.change"] && (
        <div>
          <Button onClick={() => setOpened("new")}>{text("deviceLabel.add")}</Button>
        </div>
      )}
      {opened !== null && (
        <LabelDialog label={opened === "new" ? null : opened} onClose={() => setOpened(null)} />
      )}
    </SettingSection>
  );
}

interface LabelTableProps {
  readonly labels: readonly DeviceLabelAnswer[];
  readonly onOpen: (label: DeviceLabelAnswer) => void;
}

function LabelTableView({ labels, onOpen }: LabelTableProps) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const { can } = useMe();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={text("deviceLabel.table")}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.cell}>
              {text("deviceLabel.name")}
            </th>
            <th scope="col" className={styles.cell}>
              {text("deviceLabel.status")}
            </th>
            <th scope="col" className={`${styles.cell} ${styles.number}`}>
              {text("deviceLabel.devices")}
            </th>
            {can["device.change"] && <td className={styles.cell} />}
          </tr>
        </thead>
        <tbody>
          {labels.map((label) => (
            <tr key={label.id}>
              <th scope="row" className={styles.cell}>
                {label.name}
                {label.retired && (
                  <Text size={200} className={styles.quiet}>
                    {text("deviceLabel.retired")}
                  </Text>
                )}
              </th>
              <td className={styles.cell}>{text(`device.status.${label.status}`)}</td>
              <td className={`${styles.cell} ${styles.number}`}>{format.number(label.devices)}</td>
              {can["device.change"] && (
                <td className={styles.cell}>
                  <Button
                    size="small"
                    aria-label={text("deviceLabel.changeOne", { name: label.name })}
                    onClick={() => onOpen(label)}
                  >
                    {text("deviceLabel.change")}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
