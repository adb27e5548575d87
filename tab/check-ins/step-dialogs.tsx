import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Text,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { CheckInAnswer } from "../../src/contracts/check-in-contract";
import { useText } from "../language/use-text";
import { AudiencePreview } from "./audience-preview";
import { audienceText } from "./audience-text";

interface Props {
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Says how many people get a message before anything is sent. */
export function LaunchDialog({ checkIn, ...props }: Props & { readonly checkIn: CheckInAnswer }) {
  const text = useText();
  const count = checkIn.summary.audience;
  return (
    <Confirm
      {...props}
      title={text("checkIn.launch.title")}
      action={text("checkIn.launch.action")}
      cancel={text("checkIn.launch.later")}
    >
      <Text block>
        {count > 0
          ? text("checkIn.launch.count", { count })
          : text("checkIn.launch.uncounted", { audience: audienceText(checkIn.audience, text) })}
      </Text>
      <AudiencePreview checkIn={checkIn} />
      <Text block>{text("checkIn.launch.cannotUndo")}</Text>
    </Confirm>
  );
}

export function CloseDialog(props: Props) {
  const text = useText();
  return (
    <Confirm
      {...props}
      title={text("checkIn.close.title")}
      action={text("checkIn.close.confirm")}
      cancel={text("common.cancel")}
    >
      <Text block>{text("checkIn.close.text")}</Text>
    </Confirm>
  );
}

interface ConfirmProps extends Props {
  readonly title: string;
  readonly action: string;
  readonly cancel: string;
  readonly children: ReactNode;
}

function Confirm({ busy, onConfirm, onCancel, title, action, cancel, children }: ConfirmProps) {
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
