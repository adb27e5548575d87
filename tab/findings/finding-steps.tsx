import { Button, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { FindingAnswer } from "../../src/contracts/finding-contract";
import { isActive } from "../../src/domain/finding/finding";
import { CallProblem } from "../call-problem";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { ProblemMessage } from "../shell/problem-message";
import { type FindingStep, useDecide } from "./use-findings";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gap: tokens.spacingVerticalM,
    marginTop: tokens.spacingVerticalL,
    paddingTop: tokens.spacingVerticalL,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

const longestReason = 500;

/** What can be decided about a finding now. */
export function FindingSteps({ finding }: { readonly finding: FindingAnswer }) {
  const styles = useStyles();
  const text = useText();
  const { person } = useMe();
  const decide = useDecide(finding);
  const [reason, setReason] = useState(finding.reason ?? "");
  const [tried, setTried] = useState(false);
  const missing = tried && reason.trim() === "";
  const step = (body: FindingStep) => {
    if (!decide.isPending) decide.mutate(body);
  };
  const decided = (state: NonNullable<FindingStep["state"]>) => {
    setTried(state === "dismissed");
    if (state !== "dismissed" || reason.trim() !== "") step({ state, reason: reason.trim() || null });
  };
  const busy = decide.isPending;
  const isMine = finding.ownerId === person.id;
  return (
    <div className={styles.root}>
      {decide.error !== null && (
        <ProblemMessage
          title={text(isStale(decide.error) ? "finding.stale" : "finding.failed")}
          problem={decide.error}
        />
      )}
      <Field
        label={text("finding.reason.label")}
        validationState={missing ? "error" : "none"}
        {...(missing ? { validationMessage: text("finding.reason.needed") } : {})}
      >
        <Textarea value={reason} maxLength={longestReason} onChange={(_, data) => setReason(data.value)} />
      </Field>
      <div className={styles.buttons}>
        {isActive(finding) ? (
          <>
            <Button appearance="primary" disabledFocusable={busy} onClick={() => decided("planned")}>
              {text("finding.do.plan")}
            </Button>
            <Button disabledFocusable={busy} onClick={() => decided("done")}>
              {text("finding.do.done")}
            </Button>
            <Button disabledFocusable={busy} onClick={() => decided("dismissed")}>
              {text("finding.do.dismiss")}
            </Button>
          </>
        ) : (
          <Button disabledFocusable={busy} onClick={() => decided("open")}>
            {text("finding.do.reopen")}
          </Button>
        )}
        <Button disabledFocusable={busy} onClick={() => step({ ownerId: isMine ? null : person.id })}>
          {text(isMine ? "finding.do.leave" : "finding.do.take")}
        </Button>
      </div>
    </div>
  );
}

function isStale(error: unknown): boolean {
  return error instanceof CallProblem && error.status === 412;
}
