import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { SendingHoldAnswer } from "../../src/contracts/sending-hold-contract";
import type { HoldDecision } from "../../src/domain/sending-hold";
import { useFocusReturn } from "../inventory/use-focus-return";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { ConfirmDialog } from "../shell/confirm-dialog";
import { focusHeading } from "../shell/page-header";
import { ProblemMessage } from "../shell/problem-message";
import { useReleaseSending, useSendingHold } from "./use-sending-hold";

const useStyles = makeStyles({ bar: { marginBottom: tokens.spacingVerticalL } });

/** After a back-up was restored: why nothing arrives at anybody, and what to do about it. */
export function SendingHeld() {
  const hold = useSendingHold().data?.hold;
  // The bar goes with what had the focus in it; whoever is elsewhere on the page stays there.
  useFocusReturn(Boolean(hold), () => {
    if (document.activeElement === document.body) focusHeading();
  });
  return hold ? <Held hold={hold} /> : null;
}

function Held({ hold }: { readonly hold: SendingHoldAnswer }) {
  const styles = useStyles();
  const text = useText();
  const { can } = useMe();
  const release = useReleaseSending();
  const [asking, setAsking] = useState<HoldDecision | null>(null);
  const rememberOpener = useFocusReturn(asking !== null, focusHeading);
  const choose = (decision: HoldDecision) => {
    // Where nothing is in doubt there is nothing to think over.
    if (hold.doubtful === 0) return release.mutate(decision);
    rememberOpener();
    setAsking(decision);
  };
  return (
    <MessageBar className={styles.bar} intent="warning" layout="multiline" politeness="polite">
      <MessageBarBody>
        <Explanation hold={hold} mayDecide={can["check-in.change"]} />
        {release.error !== null && (
          <ProblemMessage problem={release.error} title={text("sendingHold.failed")} />
        )}
      </MessageBarBody>
      {can["check-in.change"] && (
        <MessageBarActions>
          <Choices doubtful={hold.doubtful > 0} busy={release.isPending} onChoose={choose} />
        </MessageBarActions>
      )}
      {asking !== null && (
        <Question
          decision={asking}
          busy={release.isPending}
          onConfirm={() => release.mutate(asking, { onSettled: () => setAsking(null) })}
          onCancel={() => setAsking(null)}
        />
      )}
    </MessageBar>
  );
}

interface ExplanationProps {
  readonly hold: SendingHoldAnswer;
  readonly mayDecide: boolean;
}

function Explanation({ hold, mayDecide }: ExplanationProps) {
  const text = useText();
  const format = useFormat();
  const { doubtful } = hold;
  const dates = { backup: format.dateTime(hold.backupAt), restored: format.dateTime(hold.since) };
  return (
    <>
      <MessageBarTitle>{text("sendingHold.title")}</MessageBarTitle>
      {[
        text("sendingHold.text", dates),
        doubtful > 0 ? text("sendingHold.doubtful", { count: doubtful }) : text("sendingHold.none"),
        ...(mayDecide ? [] : [text("sendingHold.ask")]),
      ].join(" ")}
    </>
  );
}

interface ChoicesProps {
  readonly doubtful: boolean;
  readonly busy: boolean;
  readonly onChoose: (decision: HoldDecision) => void;
}

function Choices({ doubtful, busy, onChoose }: ChoicesProps) {
  const text = useText();
  return (
    <>
      <Button size="small" disabledFocusable={busy} onClick={() => onChoose("leave")}>
        {text(doubtful ? "sendingHold.leave" : "sendingHold.goOn")}
      </Button>
      {doubtful && (
        <Button size="small" disabledFocusable={busy} onClick={() => onChoose("send")}>
          {text("sendingHold.send")}
        </Button>
      )}
    </>
  );
}

interface QuestionProps {
  readonly decision: HoldDecision;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

function Question({ decision, ...props }: QuestionProps) {
  const text = useText();
  return (
    <ConfirmDialog
      {...props}
      title={text(`sendingHold.${decision}Title`)}
      action={text(`sendingHold.${decision}`)}
      cancel={text("common.cancel")}
    >
      <Text block>{text(`sendingHold.${decision}Text`)}</Text>
    </ConfirmDialog>
  );
}
