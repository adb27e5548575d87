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
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { createApplication } from "../../../src/contracts/application-contract";
import { call } from "../../call";
import { useText } from "../../language/use-text";
import { leadToWrongField } from "../../shell/lead-to-wrong-field";
import { ProblemMessage } from "../../shell/problem-message";
import { takeApplication } from "../application-cache";
import { createBody } from "./application-draft";
import { ApplicationForm } from "./application-form";
import { useApplicationForm } from "./use-application-form";

const useStyles = makeStyles({
  surface: { maxWidth: "min(720px, 100vw)" },
  content: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
});

interface AddProps {
  readonly onClose: () => void;
  readonly onAdded: (id: string) => void;
}

export function AddApplicationDialog({ onClose, onAdded }: AddProps) {
  const text = useText();
  const styles = useStyles();
  const client = useQueryClient();
  const form = useApplicationForm(null);
  const add = useMutation({
    mutationFn: () => call(createApplication, { body: createBody(form.draft) }),
    onSuccess: async (application) => {
      onClose();
      onAdded(application.id);
      await takeApplication(client, application);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (form.check() && !add.isPending) add.mutate();
    leadToWrongField(event.currentTarget);
  };
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <form noValidate onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{text("application.addTitle")}</DialogTitle>
            <DialogContent className={styles.content}>
              {add.error !== null && (
                <ProblemMessage title={text("inventory.actionFailed")} problem={add.error} />
              )}
              <ApplicationForm
                draft={form.draft}
                names={form.names}
                onChange={form.change}
                tellProblems={form.tried}
              />
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{text("common.cancel")}</Button>
              <Button type="submit" appearance="primary" disabledFocusable={add.isPending}>
                {text(add.isPending ? "inventory.saving" : "application.add")}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
