import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { createDevice } from "../../../src/contracts/device-contract";
import { call } from "../../call";
import { useText } from "../../language/use-text";
import { leadToWrongField } from "../../shell/lead-to-wrong-field";
import { ProblemMessage } from "../../shell/problem-message";
import { startListsAgain } from "../device-cache";
import { createBody, emptyDraft, problemsOf } from "./device-draft";
import { DeviceForm } from "./device-form";

const useStyles = makeStyles({
  surface: { maxWidth: "min(600px, 100vw)" },
  content: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
});

interface AddDeviceDialogProps {
  readonly onClose: () => void;
  readonly onAdded: (deviceId: string) => void;
}

export function AddDeviceDialog({ onClose, onAdded }: AddDeviceDialogProps) {
  const text = useText();
  const styles = useStyles();
  const client = useQueryClient();
  const [draft, setDraft] = useState(emptyDraft);
  const [tried, setTried] = useState(false);
  const add = useMutation({
    mutationFn: () => call(createDevice, { body: createBody(draft) }),
    onSuccess: async (device) => {
      onClose();
      onAdded(device.id);
      await startListsAgain(client);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (!add.isPending && Object.keys(problemsOf(draft)).length === 0) add.mutate();
    leadToWrongField(event.currentTarget);
  };
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <form noValidate onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{text("inventory.addTitle")}</DialogTitle>
            <DialogContent className={styles.content}>
              {add.error !== null && (
                <ProblemMessage title={text("inventory.actionFailed")} problem={add.error} />
              )}
              <DeviceForm draft={draft} onChange={setDraft} tellProblems={tried} />
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{text("common.cancel")}</Button>
              <Button type="submit" appearance="primary" disabledFocusable={add.isPending}>
                {text(add.isPending ? "inventory.saving" : "inventory.addSubmit")}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
