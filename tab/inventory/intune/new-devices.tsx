import { Button, Checkbox, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { mostAdded, type WaitingDeviceAnswer } from "../../../src/contracts/waiting-device-contract";
import { DataTable } from "../../applications/data-table";
import { useFormat } from "../../language/use-format";
import { useText } from "../../language/use-text";
import { useMe } from "../../session/session";
import { ProblemMessage } from "../../shell/problem-message";
import { useAddDevices } from "./use-waiting-devices";
import { DeviceWords, useDeviceName } from "./waiting-cells";

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalM, minWidth: 0 },
  bar: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
});

/** Devices of the council that the register does not have, to be chosen and added. */
export function NewDevices({ devices }: { readonly devices: readonly WaitingDeviceAnswer[] }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const { can } = useMe();
  const nameOf = useDeviceName();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const add = useAddDevices();
  const ids = devices.map(({ id }) => id).filter((id) => chosen.has(id));
  const names = new Map(devices.map((device) => [device.id, nameOf(device)]));
  const choose = (id: string, wanted: boolean) =>
    setChosen((before) => new Set(wanted ? [...before, id] : [...before].filter((one) => one !== id)));
  const submit = () => {
    const some = ids.slice(0, mostAdded);
    if (some.length > 0 && !add.isPending) add.mutate(some, { onSuccess: () => setChosen(new Set()) });
  };
  const counted = (count: number) => ({ count, total: format.number(count) });
  return (
    <div className={styles.root}>
      {add.error !== null && <ProblemMessage title={text("sync.device.addFailed")} problem={add.error} />}
      {can["device.change"] && (
        <div className={styles.bar}>
          <Button appearance="primary" disabledFocusable={ids.length === 0 || add.isPending} onClick={submit}>
            {ids.length === 0 ? text("sync.device.addNone") : text("sync.device.add", counted(ids.length))}
          </Button>
          <Text role="status">{add.data ? text("sync.device.added", counted(add.data.added)) : ""}</Text>
        </div>
      )}
      {add.data?.refused.map(({ id, message }) => (
        <Text key={id}>{text("sync.device.refused", { name: names.get(id) ?? id, message })}</Text>
      ))}
      <DataTable
        label={text("sync.device.title")}
        columns={[
          {
            key: "device",
            heading: text("sync.device.column.device"),
            cell: (device) => <DeviceWords device={device} />,
          },
          ...(can["device.change"]
            ? [
                {
                  key: "choose",
                  heading: text("sync.device.column.choose"),
                  cell: (device: WaitingDeviceAnswer) => (
                    <Checkbox
                      aria-label={text("sync.device.choose", { name: nameOf(device) })}
                      checked={chosen.has(device.id)}
                      onChange={(_, { checked }) => choose(device.id, checked === true)}
                    />
                  ),
                },
              ]
            : []),
        ]}
        items={devices}
      />
    </div>
  );
}
