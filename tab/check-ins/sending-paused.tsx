import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";

/** Why nothing arrives at anybody, and who can mend it. */
export function SendingPaused({ since }: { readonly since: string | null | undefined }) {
  const text = useText();
  const format = useFormat();
  if (!since) return null;
  return (
    <MessageBar intent="warning" layout="multiline" politeness="polite">
      <MessageBarBody>
        <MessageBarTitle>{text("checkIn.sendingPaused.title")}</MessageBarTitle>
        {text("checkIn.sendingPaused.text", { date: format.dateTime(since) })}
      </MessageBarBody>
    </MessageBar>
  );
}
