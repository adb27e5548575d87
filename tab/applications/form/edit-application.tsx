import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { ApplicationDetailAnswer } from "../../../src/contracts/application-contract";
import { useText } from "../../language/use-text";
import { leadToWrongField } from "../../shell/lead-to-wrong-field";
import { ProblemMessage } from "../../shell/problem-message";
import { useInSight } from "../../shell/use-in-sight";
import { ApplicationForm } from "./application-form";
import { useEditApplication } from "./use-edit-application";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL },
  end: {
    position: "sticky",
    bottom: "-24px",
    display: "flex",
    justifyContent: "flex-end",
    columnGap: tokens.spacingHorizontalS,
    margin: `0 calc(-1 * ${tokens.spacingHorizontalXXL})`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});

interface EditProps {
  readonly application: ApplicationDetailAnswer;
  readonly onUnsaved: (unsaved: boolean) => void;
  /** With what to tell, or nothing to tell when it was given up. */
  readonly onDone: (words: string) => void;
}

export function EditApplication({ application, onUnsaved, onDone }: EditProps) {
  const text = useText();
  const styles = useStyles();
  const root = useRef<HTMLFormElement>(null);
  const edit = useEditApplication(application, () => onDone(text("inventory.saved")));
  const { form, save, stale } = edit;
  useEffect(() => onUnsaved(edit.changed), [edit.changed, onUnsaved]);
  useEffect(() => root.current?.querySelector("input")?.focus(), []);
  return (
    <form
      ref={root}
      className={styles.root}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        edit.submit();
        leadToWrongField(event.currentTarget);
      }}
    >
      {stale && <StaleMessage edit={edit} />}
      {save.error !== null && !stale && (
        <ProblemMessage title={text("inventory.actionFailed")} problem={save.error} />
      )}
      <ApplicationForm
        draft={form.draft}
        names={form.names}
        onChange={form.change}
        tellProblems={form.tried}
      />
      <Field label={text("inventory.reason")} hint={text("inventory.reasonHint")}>
        <Input value={edit.reason} maxLength={1000} onChange={(_, { value }) => edit.setReason(value)} />
      </Field>
      <div className={styles.end}>
        <Button onClick={() => onDone("")}>{text("common.cancel")}</Button>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={!edit.changed || save.isPending || stale}
        >
          {text(save.isPending ? "inventory.saving" : "common.save")}
        </Button>
      </div>
    </form>
  );
}

function StaleMessage({ edit }: { readonly edit: ReturnType<typeof useEditApplication> }) {
  const text = useText();
  const root = useInSight<HTMLDivElement>(edit.save.error);
  return (
    <div ref={root} role="alert">
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{text("application.staleTitle")}</MessageBarTitle> {text("inventory.staleText")}
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" disabledFocusable={edit.reload.isPending} onClick={() => edit.reload.mutate()}>
            {text("inventory.staleReload")}
          </Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}
