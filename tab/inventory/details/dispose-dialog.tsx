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
  Select,
  Text,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { type FormEvent, useId, useState } from "react";
import type { DeviceAnswer } from "../../../src/contracts/device-contract";
import { longestReference } from "../../../src/domain/disposal";
import { disposalMethods } from "../../../src/domain/disposal-method";
import { useText } from "../../language/use-text";
import { ProblemMessage } from "../../shell/problem-message";
import { localDay } from "../device-facts";
import { type DisposalInput, useDispose } from "./use-device";

const useStyles = makeStyles({
  fields: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
});

interface DisposeDialogProps {
  readonly device: DeviceAnswer;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

/** When and how a device left for good. */
export function DisposeDialog({ device, onClose, onDone }: DisposeDialogProps) {
  const text = useText();
  const styles = useStyles();
  const form = useId();
  const dispose = useDispose(device);
  const [disposal, setDisposal] = useState<DisposalInput>({ on: localDay(new Date()), method: "recycled" });
  const [tried, setTried] = useState(false);
  const set = (part: Partial<DisposalInput>) => setDisposal((before) => ({ ...before, ...part }));
  const { assetTag } = device;
  const needed = disposal.method === "destroyed" && !disposal.reference?.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (dispose.isPending || needed || disposal.on === "") return;
    const done = () => {
      onClose();
      onDone(text("inventory.disposed", { assetTag }));
    };
    dispose.mutate(disposal, { onSuccess: done });
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text("inventory.disposeTitle", { assetTag })}</DialogTitle>
          <DialogContent>
            <form id={form} className={styles.fields} onSubmit={submit} noValidate>
              {dispose.error !== null && (
                <ProblemMessage title={text("inventory.actionFailed")} problem={dispose.error} />
              )}
              <Text>{text("inventory.disposeText")}</Text>
              <Field
                label={text("device.field.disposedOn")}
                required
                {...(tried && disposal.on === "" ? { validationMessage: text("inventory.invalid.day") } : {})}
              >
                <Input type="date" value={disposal.on} onChange={(_, { value }) => set({ on: value })} />
              </Field>
              <Field label={text("device.field.disposalMethod")} required>
                <Select
                  value={disposal.method}
                  onChange={(_, { value }) =>
                    set({ method: disposalMethods.find((method) => method === value) ?? "other" })
                  }
                >
                  {disposalMethods.map((method) => (
                    <option key={method} value={method}>
                      {text(`device.disposal.${method}`)}
                    </option>
                  ))}
                </Select>
              </Field>
              <Field
                label={text("device.field.disposalReference")}
                required={disposal.method === "destroyed"}
                {...(tried && needed ? { validationMessage: text("inventory.referenceNeeded") } : {})}
              >
                <Input
                  value={disposal.reference ?? ""}
                  maxLength={longestReference}
                  onChange={(_, { value }) => set({ reference: value })}
                />
              </Field>
              <Field label={text("inventory.disposeNote")} hint={text("inventory.reasonHint")}>
                <Textarea
                  value={disposal.note ?? ""}
                  maxLength={500}
                  onChange={(_, { value }) => set({ note: value })}
                />
              </Field>
            </form>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{text("common.cancel")}</Button>
            <Button type="submit" form={form} appearance="primary" disabledFocusable={dispose.isPending}>
              {text("inventory.disposeSubmit")}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
