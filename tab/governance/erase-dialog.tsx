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
  Text,
  Textarea,
} from "@fluentui/react-components";
import { useState } from "react";
import type { ErasureAnswer } from "../../src/contracts/governance-contract";
import type { PersonAnswer } from "../../src/contracts/person-contract";
import { useText } from "../language/use-text";
import { ProblemMessage } from "../shell/problem-message";
import { useErase } from "./use-governance";

interface Props {
  readonly person: PersonAnswer;
  readonly onCancel: () => void;
  readonly onDone: (done: ErasureAnswer) => void;
}

/** Asks for a reason, and for a second word where the person still holds kit. */
export function EraseDialog({ person, onCancel, onDone }: Props) {
  const text = useText();
  const [reason, setReason] = useState("");
  const [confirmed, setConfirmed] = useState(false);
  const erase = useErase(person.id);
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onCancel()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text("governance.erase.title", { name: person.name })}</DialogTitle>
          <DialogContent>
            <Text block>{text("governance.erase.text")}</Text>
            <Field
              label={text("governance.erase.reason")}
              hint={text("governance.erase.reasonHint")}
              required
            >
              <Textarea value={reason} maxLength={500} onChange={(_, { value }) => setReason(value)} />
            </Field>
            <Checkbox
              label={text("governance.erase.kit")}
              checked={confirmed}
              onChange={(_, { checked }) => setConfirmed(checked === true)}
            />
            {erase.error && <ProblemMessage title={text("governance.erase.failed")} problem={erase.error} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onCancel}>{text("common.cancel")}</Button>
            <Button
              appearance="primary"
              disabledFocusable={erase.isPending || reason.trim() === ""}
              onClick={() => erase.mutate({ reason: reason.trim(), confirmed }, { onSuccess: onDone })}
            >
              {text("governance.erase.confirm")}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
