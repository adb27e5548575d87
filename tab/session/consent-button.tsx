import { Button, MessageBar, MessageBarBody, Spinner } from "@fluentui/react-components";
import { useState } from "react";
import { useText } from "../language/use-text";
import { ConsentRefused } from "./host";

type Attempt = "none" | "open" | ConsentRefused["reason"];

/**
 * Opens the window in which a person agrees, and says what came of it where that was not their agreement.
 * @param ask must open it, and rejects with ConsentRefused
 */
export function ConsentButton({ ask }: { readonly ask: () => Promise<void> }) {
  const text = useText();
  const [attempt, setAttempt] = useState<Attempt>("none");
  const press = () => {
    setAttempt("open");
    ask().then(
      () => setAttempt("none"),
      (error: unknown) => setAttempt(error instanceof ConsentRefused ? error.reason : "failed"),
    );
  };
  return (
    <>
      {attempt !== "none" && attempt !== "open" && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{text(`shell.consent.${attempt}`)}</MessageBarBody>
        </MessageBar>
      )}
      <Button
        appearance="primary"
        onClick={press}
        disabledFocusable={attempt === "open"}
        {...(attempt === "open" && { icon: <Spinner size="tiny" /> })}
      >
        {text(attempt === "open" ? "shell.consent.waiting" : "shell.consent.action")}
      </Button>
    </>
  );
}
