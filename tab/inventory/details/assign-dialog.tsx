import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { DeviceAnswer } from "../../../src/contracts/device-contract";
import type { PersonAnswer } from "../../../src/contracts/person-contract";
import { useText } from "../../language/use-text";
import { ProblemMessage } from "../../shell/problem-message";
import { PersonPicker } from "../person-picker";
import { useAssign } from "./use-device";

const useStyles = makeStyles({
  content: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
});

interface AssignDialogProps {
  readonly device: DeviceAnswer;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

export function AssignDialog({ device, onClose, onDone }: AssignDialogProps) {
  const text = useText();
  const styles = useStyles();
  const assign = useAssign(device);
  const [person, setPerson] = useState<PersonAnswer | null>(null);
  const [note, setNote] = useState("");
  const submit = () => {
    if (person === null || assign.isPending) return;
    const done = () => {
      onClose();
      onDone(text("inventory.assigned", { assetTag: device.assetTag, name: person.name }));
    };
    assign.mutate({ personId: person.id, note }, { onSuccess: done });
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text("inventory.assignTitle", { assetTag: device.assetTag })}</DialogTitle>
          <DialogContent className={styles.content}>
            {assign.error !== null && (
              <ProblemMessage title={text("inventory.actionFailed")} problem={assign.error} />
            )}
            <Field label={text("inventory.assignPerson")} required>
              <PersonPicker value={person} onChange={setPerson} />
            </Field>
            <Field label={text("inventory.assignNote")} hint={text("inventory.assignNoteHint")}>
              <Input value={note} maxLength={500} onChange={(_, { value }) => setNote(value)} />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{text("common.cancel")}</Button>
            <Button
              appearance="primary"
              disabledFocusable={person === null || assign.isPending}
              onClick={submit}
            >
              {text("inventory.assignSubmit")}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
