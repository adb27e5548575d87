import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { useText } from "../language/use-text";

interface ResetDialogProps {
  readonly onClose: () => void;
  readonly onReset: () => void;
}

/** Asked first: what a council gathered itself would be gone. */
export function ResetDialog({ onClose, onReset }: ResetDialogProps) {
  const text = useText();
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text("setting.os.resetTitle")}</DialogTitle>
          <DialogContent>{text("setting.os.resetText")}</DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{text("common.cancel")}</Button>
            <Button appearance="primary" onClick={onReset}>
              {text("setting.os.reset")}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
