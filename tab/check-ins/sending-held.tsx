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
  return hold ? <Held hold={hold} /> : null;
}

function Held({ hold }: { readonly hold: SendingHoldAnswer }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const { can } = useMe();
  const release = useReleaseSending();
  const [asking, setAsking] = useState<HoldDecision | null>(null);
  const rememberOpener = useFocusReturn(asking !== null, focusHeading);
  const ask = (decision: HoldDecision) => {
    rememberOpener();
    setAsking(decision);
  };
  const decide = (decision: HoldDecision) => release.mutate(decision, { onSettled: () => setAsking(null) });
  const dates = { backup: format.dateTime(hold.backupAt), restored: format.dateTime(hold.since) };
  return (
    <MessageBar className={styles.bar} intent="warning" layout="multiline" politeness="polite">
      <MessageBarBody>
        <MessageBarTitle>{text("sendingHold.title")}</MessageBarTitle>
        {text("sendingHold.text", dates)}{" "}
        {hold.doubtful > 0
          ? text("sendingHold.doubtful", { count: hold.doubtful })
          : text("sendingHold.none")}
        {!can["check-in.change"] && ` ${text("sendingHold.ask")}`}
        {release.error !== null && (
          <ProblemMessage problem={release.error} title={text("sendingHold.failed")} />
        )}
      </MessageBarBody>
      {can["check-in.change"] && (
        <MessageBarActions>
          {hold.doubtful === 0 ? (
            <Button size="small" disabledFocusable={release.isPending} onClick={() => decide("leave")}>
              {text("sendingHold.goOn")}
            </Button>
          ) : (
            <Choices busy={release.isPending} onChoose={ask} />
          )}
        </MessageBarActions>
      )}
      {asking !== null && (
        <ConfirmDialog
          busy={release.isPending}
          onConfirm={() => decide(asking)}
          onCancel={() => setAsking(null)}
          title={text(`sendingHold.${asking}Title`)}
          action={text(`sendingHold.${asking}`)}
          cancel={text("common.cancel")}
        >
          <Text block>{text(`sendingHold.${asking}Text`)}</Text>
        </ConfirmDialog>
      )}
    </MessageBar>
  );
}

interface ChoicesProps {
  readonly busy: boolean;
  readonly onChoose: (decision: HoldDecision) => void;
}

function Choices({ busy, onChoose }: ChoicesProps) {
  const text = useText();
  return (
    <>
      <Button size="small" disabledFocusable={busy} onClick={() => onChoose("leave")}>
        {text("sendingHold.leave")}
      </Button>
      <Button size="small" disabledFocusable={busy} onClick={() => onChoose("send")}>
        {text("sendingHold.send")}
      </Button>
    </>
  );
}
