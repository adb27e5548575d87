import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Text,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { type FormEvent, useId, useState } from "react";
import type { DeviceAnswer } from "../../../src/contracts/device-contract";
import { useText } from "../../language/use-text";
import { ProblemMessage } from "../../shell/problem-message";
import { useRestore } from "./use-device";

const useStyles = makeStyles({
  fields: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
});

interface RestoreDialogProps {
  readonly device: DeviceAnswer;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

/** A disposal that was a mistake; the register wants to know why. */
export function RestoreDialog({ device, onClose, onDone }: RestoreDialogProps) {
  const text = useText();
  const styles = useStyles();
  const form = useId();
  const restore = useRestore(device);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { assetTag } = device;
  const missing = reason.trim() === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (restore.isPending || missing) return;
    const done = () => {
      onClose();
      onDone(text("inventory.restored", { assetTag }));
    };
    restore.mutate(reason.trim(), { onSuccess: done });
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text("inventory.restoreTitle", { assetTag })}</DialogTitle>
          <DialogContent>
            <form id={form} className={styles.fields} onSubmit={submit} noValidate>
              {restore.error !== null && (
                <ProblemMessage title={text("inventory.actionFailed")} problem={restore.error} />
              )}
              <Text>{text("inventory.restoreText")}</Text>
              <Field
                label={text("inventory.restoreReason")}
                required
                {...(tried && missing ? { validationMessage: text("inventory.restoreReasonNeeded") } : {})}
              >
                <Textarea value={reason} maxLength={500} onChange={(_, { value }) => setReason(value)} />
              </Field>
            </form>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{text("common.cancel")}</Button>
            <Button type="submit" form={form} appearance="primary" disabledFocusable={restore.isPending}>
              {text("inventory.restore")}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
