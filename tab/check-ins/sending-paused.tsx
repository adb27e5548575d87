import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from "@fluentui/react-components";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";

const useStyles = makeStyles({ above: { marginBottom: tokens.spacingVerticalL } });

interface Props {
  readonly since: string | null | undefined;
  /** Stands above something, with room between. */
  readonly above?: boolean;
}

/** Why nothing arrives at anybody, and who can mend it. */
export function SendingPaused({ since, above = false }: Props) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  if (!since) return null;
  return (
    <MessageBar
      {...(above && { className: styles.above })}
      intent="warning"
      layout="multiline"
      politeness="polite"
    >
      <MessageBarBody>
        <MessageBarTitle>{text("checkIn.sendingPaused.title")}</MessageBarTitle>
        {text("checkIn.sendingPaused.text", { date: format.dateTime(since) })}
      </MessageBarBody>
    </MessageBar>
  );
}
