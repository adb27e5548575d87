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
import { leadToWrongField } from "./lead-to-wrong-field";
import { ProblemMessage } from "./problem-message";

const useStyles = makeStyles({
  surface: { maxWidth: "min(520px, 100vw)" },
  content: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
});

interface SmallDialogProps {
  readonly title: string;
  /** Why the last try failed. */
  readonly problem: unknown;
  readonly pending: boolean;
  /** What that is called; "not saved" unless told. */
  readonly problemTitle?: string;
  /** What saving is called here. */
  readonly saveWords?: string;
  /** There is nothing to save; the dialog says why. */
  readonly blocked?: boolean;
  /** What is filled in so far cannot be saved; the fields say why. */
  readonly unfinished?: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A few fields to fill in, over the page. */
export function SmallDialog(props: SmallDialogProps) {
  const { title, problem, problemTitle, pending, saveWords, onSave, onClose, children } = props;
  const { blocked = false, unfinished = false } = props;
  const text = useText();
  const styles = useStyles();
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!pending && !blocked && !unfinished) onSave();
            leadToWrongField(event.currentTarget);
          }}
        >
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              {problem !== null && (
                <ProblemMessage title={problemTitle ?? text("inventory.actionFailed")} problem={problem} />
              )}
              {children}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{text("common.cancel")}</Button>
              {!blocked && (
                <Button type="submit" appearance="primary" disabledFocusable={pending || unfinished}>
                  {pending ? text("inventory.saving") : (saveWords ?? text("common.save"))}
                </Button>
              )}
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
