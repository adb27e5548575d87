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
import type { ReactNode } from "react";
import { useText } from "../language/use-text";
import { ProblemMessage } from "../shell/problem-message";

const useStyles = makeStyles({ content: { display: "grid", gap: tokens.spacingVerticalM } });

interface Props {
  readonly title: string;
  readonly action: string;
  readonly failed: string;
  readonly problem: unknown;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Something to be said once more before it is done. */
export function QuestionDialog(props: Props) {
  const { title, action, failed, problem, busy, onConfirm, onClose, children } = props;
  const text = useText();
  const styles = useStyles();
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy) onConfirm();
          }}
        >
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              {problem !== null && <ProblemMessage title={failed} problem={problem} />}
              {children}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{text("common.cancel")}</Button>
              <Button type="submit" appearance="primary" disabledFocusable={busy}>
                {action}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
