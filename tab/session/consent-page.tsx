import { Button, MessageBar, MessageBarBody, Spinner, Text } from "@fluentui/react-components";
import { useState } from "react";
import { useText } from "../language/use-text";
import { NoticePage } from "../shell/notice-page";
import { ConsentRefused } from "./host";
import { useSession } from "./session";

type Attempt = "none" | "open" | ConsentRefused["reason"];

/** Asks the person to agree once, and says what to do where that is not theirs to decide. */
export function ConsentPage() {
  const text = useText();
  const { actions } = useSession();
  const [attempt, setAttempt] = useState<Attempt>("none");
  const ask = () => {
    setAttempt("open");
    actions.giveConsent().then(
      () => setAttempt("none"),
      (error: unknown) => setAttempt(error instanceof ConsentRefused ? error.reason : "failed"),
    );
  };
  return (
    <NoticePage
      kind="consent"
      action={
        <>
          {attempt !== "none" && attempt !== "open" && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{text(`shell.consent.${attempt}`)}</MessageBarBody>
            </MessageBar>
          )}
          <Button
            appearance="primary"
            onClick={ask}
            disabledFocusable={attempt === "open"}
            {...(attempt === "open" && { icon: <Spinner size="tiny" /> })}
          >
            {text(attempt === "open" ? "shell.consent.waiting" : "shell.consent.action")}
          </Button>
          <Text size={200}>{text("shell.consent.forAdministrators")}</Text>
        </>
      }
    />
  );
}
