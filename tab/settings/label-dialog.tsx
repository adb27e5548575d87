import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Select,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { DeviceLabelAnswer } from "../../src/contracts/device-label-contract";
import { type DeviceStatus, deviceStatuses } from "../../src/domain/device";
import { longestLabel } from "../../src/domain/device-label";
import { useText } from "../language/use-text";
import { ProblemMessage } from "../shell/problem-message";
import { useRemoveLabel, useSaveLabel } from "./use-label-changes";

const useStyles = makeStyles({
  content: { display: "grid", rowGap: tokens.spacingVerticalM, minWidth: 0 },
});

interface LabelDialogProps {
  /** Null adds one. */
  readonly label: DeviceLabelAnswer | null;
  readonly onClose: () => void;
}

/** What a label is called and stands for; devices that carry it follow once that is confirmed. */
export function LabelDialog({ label, onClose }: LabelDialogProps) {
  const text = useText();
  const styles = useStyles();
  const [name, setName] = useState(label?.name ?? "");
  const [status, setStatus] = useState<DeviceStatus>(label?.status ?? "pending");
  const [retired, setRetired] = useState(label?.retired ?? false);
  const [reason, setReason] = useState("");
  const [confirmed, setConfirmed] = useState(false);
  const [told, setTold] = useState(false);
  const save = useSaveLabel(label);
  const remove = useRemoveLabel();
  const devices = label?.devices ?? 0;
  const moves = devices > 0 && (name.trim() !== label?.name || status !== label.status);
  const isNameless = name.trim() === "";
  const submit = () => {
    setTold(true);
    if (isNameless || (moves && !confirmed)) return;
    const why = reason.trim() === "" ? {} : { reason: reason.trim() };
    const said = {
      name: name.trim(),
      status,
      retired,
      ...(moves ? { confirmDevices: devices } : {}),
      ...why,
    };
    save.mutate(said, { onSuccess: onClose });
  };
  const error = save.error ?? remove.error;
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>
            {text(label === null ? "deviceLabel.addTitle" : "deviceLabel.changeTitle")}
          </DialogTitle>
          <DialogContent className={styles.content}>
            {error !== null && <ProblemMessage title={text("deviceLabel.failed")} problem={error} />}
            <Field
              label={text("deviceLabel.name")}
              required
              {...(told && isNameless
                ? { validationState: "error", validationMessage: text("deviceLabel.nameless") }
                : {})}
            >
              <Input maxLength={longestLabel} value={name} onChange={(_, { value }) => setName(value)} />
            </Field>
            <Field label={text("deviceLabel.status")}>
              <Select
                value={status}
                onChange={(_, { value }) =>
                  setStatus(deviceStatuses.find((each) => each === value) ?? status)
                }
              >
                {deviceStatuses.map((each) => (
                  <option key={each} value={each}>
                    {text(`device.status.${each}`)}
                  </option>
                ))}
              </Select>
            </Field>
            {label !== null && (
              <Checkbox
                label={text("deviceLabel.retire")}
                checked={retired}
                onChange={(_, { checked }) => setRetired(checked === true)}
              />
            )}
            {moves && (
              <Field
                {...(told && !confirmed
                  ? { validationState: "error", validationMessage: text("deviceLabel.unconfirmed") }
                  : {})}
              >
                <Checkbox
                  label={text("deviceLabel.confirm", { count: devices })}
                  checked={confirmed}
                  onChange={(_, { checked }) => setConfirmed(checked === true)}
                />
              </Field>
            )}
            <Field label={text("deviceLabel.reason")}>
              <Input maxLength={500} value={reason} onChange={(_, { value }) => setReason(value)} />
            </Field>
          </DialogContent>
          <DialogActions>
            {label !== null && devices === 0 && (
              <Button
                disabledFocusable={remove.isPending}
                onClick={() => remove.mutate(label.id, { onSuccess: onClose })}
              >
                {text("deviceLabel.remove")}
              </Button>
            )}
            <Button onClick={onClose}>{text("common.cancel")}</Button>
            <Button appearance="primary" disabledFocusable={save.isPending} onClick={submit}>
              {text("deviceLabel.save")}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
