import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import type { DeviceAnswer } from "../../../src/contracts/device-contract";
import { useText } from "../../language/use-text";
import { ProblemMessage } from "../../shell/problem-message";
import { useTakeBack } from "./use-device";

interface TakeBackDialogProps {
  readonly device: DeviceAnswer;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

export function TakeBackDialog({ device, onClose, onDone }: TakeBackDialogProps) {
  const text = useText();
  const takeBack = useTakeBack(device);
  const name = device.assigneeName ?? text("common.unknown");
  const { assetTag } = device;
  const submit = () => {
    if (takeBack.isPending) return;
    const done = () => {
      onClose();
      onDone(text("inventory.tookBack", { assetTag }));
    };
    takeBack.mutate(undefined, { onSuccess: done });
  };
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text("inventory.takeBackTitle", { assetTag })}</DialogTitle>
          <DialogContent>
            {takeBack.error !== null && (
              <ProblemMessage title={text("inventory.actionFailed")} problem={takeBack.error} />
            )}
            {text("inventory.takeBackText", { name })}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{text("common.cancel")}</Button>
            <Button appearance="primary" disabledFocusable={takeBack.isPending} onClick={submit}>
              {text("inventory.takeBack")}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
