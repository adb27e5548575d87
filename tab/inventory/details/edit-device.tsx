import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { DeviceAnswer } from "../../../src/contracts/device-contract";
import { useText } from "../../language/use-text";
import { leadToWrongField } from "../../shell/lead-to-wrong-field";
import { DeviceForm } from "./device-form";
import { EditMessages } from "./edit-messages";
import { useEditDevice } from "./use-edit-device";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL },
  end: {
    position: "sticky",
    bottom: "-24px",
    display: "flex",
    justifyContent: "flex-end",
    columnGap: tokens.spacingHorizontalS,
    margin: `0 calc(-1 * ${tokens.spacingHorizontalXXL})`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});

interface EditDeviceProps {
  readonly device: DeviceAnswer;
  readonly onUnsaved: (unsaved: boolean) => void;
  /** With what to tell, or nothing to tell when it was given up. */
  readonly onDone: (words: string) => void;
}

export function EditDevice({ device, onUnsaved, onDone }: EditDeviceProps) {
  const text = useText();
  const styles = useStyles();
  const form = useRef<HTMLFormElement>(null);
  const edit = useEditDevice(device, () => onDone(text("inventory.saved")));
  useEffect(() => onUnsaved(edit.changed), [edit.changed, onUnsaved]);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  return (
    <form
      ref={form}
      className={styles.root}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        edit.submit();
        leadToWrongField(event.currentTarget);
      }}
    >
      <EditMessages edit={edit} />
      <DeviceForm draft={edit.draft} onChange={edit.setDraft} tellProblems={edit.tried} />
      <Field label={text("inventory.reason")} hint={text("inventory.reasonHint")}>
        <Input value={edit.reason} maxLength={500} onChange={(_, { value }) => edit.setReason(value)} />
      </Field>
      <div className={styles.end}>
        <Button onClick={() => onDone("")}>{text("common.cancel")}</Button>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={!edit.changed || edit.save.isPending || edit.stale}
        >
          {text(edit.save.isPending ? "inventory.saving" : "common.save")}
        </Button>
      </div>
    </form>
  );
}
