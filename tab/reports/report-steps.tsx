import { Button, Field, makeStyles, Text, Textarea, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { DeviceProblemAnswer } from "../../src/contracts/device-problem-contract";
import { actionsFor, isResolved } from "../../src/domain/device-problem";
import { CallProblem } from "../call-problem";
import { useText } from "../language/use-text";
import { ProblemMessage } from "../shell/problem-message";
import { type ReportStep, useWorkOnReport } from "./use-reports";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gap: tokens.spacingVerticalM,
    marginTop: tokens.spacingVerticalL,
    paddingTop: tokens.spacingVerticalL,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const longestReason = 500;

/** The steps that go with this report now, the same as the server allows. */
export function ReportSteps({ report }: { readonly report: DeviceProblemAnswer }) {
  const styles = useStyles();
  const text = useText();
  const work = useWorkOnReport(report);
  const [reason, setReason] = useState(report.reason ?? "");
  const [tried, setTried] = useState(false);
  const missing = tried && reason.trim() === "";
  const step = (body: ReportStep) => {
    if (!work.isPending) work.mutate({ ...body, reason: reason.trim() || null });
  };
  const dismiss = () => {
    setTried(true);
    if (reason.trim() !== "") step({ state: "dismissed" });
  };
  const actions = actionsFor(report);
  const busy = work.isPending;
  return (
    <div className={styles.root}>
      {work.error !== null && <ProblemMessage title={failure(work.error, text)} problem={work.error} />}
      <Field
        label={text("report.reason.label")}
        validationState={missing ? "error" : "none"}
        {...(missing ? { validationMessage: text("report.reason.needed") } : {})}
      >
        <Textarea value={reason} maxLength={longestReason} onChange={(_, data) => setReason(data.value)} />
      </Field>
      {actions.map((action) =>
        action === "lost" || action === "take-back" ? (
          <Text key={action} size={200} className={styles.quiet}>
            {`${text(`report.action.${action}`)}: ${text(`report.explain.${action}`)}`}
          </Text>
        ) : null,
      )}
      <div className={styles.buttons}>
        {isResolved(report) ? (
          <Button disabledFocusable={busy} onClick={() => step({ state: "open" })}>
            {text("report.action.reopen")}
          </Button>
        ) : (
          <>
            {report.state === "open" && (
              <Button
                appearance="primary"
                disabledFocusable={busy}
                onClick={() => step({ state: "in-hand" })}
              >
                {text("report.action.take")}
              </Button>
            )}
            {actions.map((action) => (
              <Button key={action} disabledFocusable={busy} onClick={() => step({ action })}>
                {text(`report.action.${action}`)}
              </Button>
            ))}
            <Button disabledFocusable={busy} onClick={() => step({ state: "done" })}>
              {text("report.action.done")}
            </Button>
            <Button disabledFocusable={busy} onClick={dismiss}>
              {text("report.action.dismiss")}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

function failure(error: unknown, text: ReturnType<typeof useText>): string {
  const isStale = error instanceof CallProblem && error.status === 412;
  return text(isStale ? "report.stale" : "report.failed");
}
