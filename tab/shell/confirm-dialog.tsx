import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import type { ReactNode } from "react";

interface ConfirmDialogProps {
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly title: string;
  readonly action: string;
  readonly cancel: string;
  readonly children: ReactNode;
}

/** Asks once more, before something that cannot be taken back. Mounted only while it is asked, so that it has the focus. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { busy, onConfirm, onCancel, title, action, cancel, children } = props;
  return (
    <Dialog open modalType="alert" onOpenChange={(_, data) => !data.open && onCancel()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{children}</DialogContent>
          <DialogActions>
            <Button onClick={onCancel}>{cancel}</Button>
            <Button appearance="primary" disabledFocusable={busy} onClick={onConfirm}>
              {action}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
