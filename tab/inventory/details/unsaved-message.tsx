import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { useText } from "../../language/use-text";

interface UnsavedMessageProps {
  readonly onDiscard: () => void;
  readonly onKeep: () => void;
}

/** Asked before what was typed is thrown away; the harmless answer has the focus. */
export function UnsavedMessage({ onDiscard, onKeep }: UnsavedMessageProps) {
  const text = useText();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.querySelector("button")?.focus(), []);
  return (
    <div ref={root}>
      <MessageBar intent="warning" layout="multiline" politeness="assertive">
        <MessageBarBody>{text("inventory.unsavedTitle")}</MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={onKeep}>
            {text("inventory.keepEditing")}
          </Button>
          <Button size="small" onClick={onDiscard}>
            {text("inventory.discard")}
          </Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}
