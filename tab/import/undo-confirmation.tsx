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
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { undoImport } from "../../src/contracts/import-contract";
import { call } from "../call";
import { useText } from "../language/use-text";
import { ProblemMessage } from "../shell/problem-message";
import { readRegisterAgain } from "./read-register-again";

/** Asks once more, because many records change at one press. */
export function UndoConfirmation({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const text = useText();
  const client = useQueryClient();
  const undo = useMutation({
    mutationFn: () => call(undoImport, { params: { id } }),
    onSuccess: async () => {
      onClose();
      await readRegisterAgain(client);
    },
  });
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text("import.undoTitle")}</DialogTitle>
          <DialogContent>
            <Text block>{text("import.undoText")}</Text>
            {undo.error !== null && <ProblemMessage title={text("import.undoFailed")} problem={undo.error} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{text("common.cancel")}</Button>
            <Button
              appearance="primary"
              disabledFocusable={undo.isPending}
              onClick={() => !undo.isPending && undo.mutate()}
            >
              {text(undo.isPending ? "import.undoing" : "import.undoConfirm")}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
