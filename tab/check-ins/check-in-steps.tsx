import { Button, makeStyles } from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import { useLocation } from "react-router";
import type { CheckInAnswer } from "../../src/contracts/check-in-contract";
import { canCancel, canClose, canLaunch, canPause } from "../../src/domain/check-in";
import { useFocusReturn } from "../inventory/use-focus-return";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { focusHeading } from "../shell/page-header";
import { ProblemMessage } from "../shell/problem-message";
import { type Step, useStep } from "./use-check-ins";

const LaunchDialog = lazy(async () => ({ default: (await import("./step-dialogs")).LaunchDialog }));
const StopDialog = lazy(async () => ({ default: (await import("./step-dialogs")).StopDialog }));
const CloseDialog = lazy(async () => ({ default: (await import("./step-dialogs")).CloseDialog }));

const useStyles = makeStyles({
  problem: { flexBasis: "100%" },
});

/** The buttons that the state allows, by the same rules as the server's. */
export function CheckInSteps({ checkIn }: { readonly checkIn: CheckInAnswer }) {
  const styles = useStyles();
  const text = useText();
  const { can } = useMe();
  const step = useStep(checkIn.id);
  const justSaved = (useLocation().state as { launch?: boolean } | null)?.launch === true;
  const [asking, setAsking] = useState<Step | null>(justSaved && canLaunch(checkIn) ? "launch" : null);
  // Launched or closed, its button is gone; and straight after saving nothing on this page opened the dialog.
  const rememberOpener = useFocusReturn(asking !== null, focusHeading);
  if (!can["check-in.change"]) return null;
  const hold = checkIn.cancelled
    ? null
    : checkIn.state === "paused"
      ? "resume"
      : canPause(checkIn)
        ? "pause"
        : null;
  const ask = (wanted: Step) => {
    rememberOpener();
    setAsking(wanted);
  };
  const go = (wanted: Step) => step.mutate(wanted, { onSettled: () => setAsking(null) });
  return (
    <>
      {hold !== null && (
        // One button under both words, so that it keeps the focus.
        <Button
          appearance={hold === "resume" ? "primary" : "secondary"}
          disabledFocusable={step.isPending}
          onClick={() => go(hold)}
        >
          {text(`checkIn.step.${hold}`)}
        </Button>
      )}
      {canCancel(checkIn) && (
        <Button disabledFocusable={step.isPending} onClick={() => ask("cancel")}>
          {text("sending.stop")}
        </Button>
      )}
      {canClose(checkIn) && checkIn.surveyId === null && (
        <Button disabledFocusable={step.isPending} onClick={() => ask("close")}>
          {text("checkIn.step.close")}
        </Button>
      )}
      {canLaunch(checkIn) && (
        <Button appearance="primary" onClick={() => ask("launch")}>
          {text("checkIn.launch.action")}
        </Button>
      )}
      {step.error !== null && (
        <div className={styles.problem}>
          <ProblemMessage problem={step.error} title={text("checkIn.step.failed")} />
        </div>
      )}
      <Suspense>
        {asking === "launch" && (
          <LaunchDialog
            checkIn={checkIn}
            busy={step.isPending}
            onConfirm={() => go("launch")}
            onCancel={() => setAsking(null)}
          />
        )}
        {asking === "cancel" && (
          <StopDialog busy={step.isPending} onConfirm={() => go("cancel")} onCancel={() => setAsking(null)} />
        )}
        {asking === "close" && (
          <CloseDialog busy={step.isPending} onConfirm={() => go("close")} onCancel={() => setAsking(null)} />
        )}
      </Suspense>
    </>
  );
}
