import { Text } from "@fluentui/react-components";
import { useText } from "../language/use-text";
import { NoticePage } from "../shell/notice-page";
import { ConsentButton } from "./consent-button";
import { useSession } from "./session";

/** Asks the person to agree once, and says what to do where that is not theirs to decide. */
export function ConsentPage() {
  const text = useText();
  const { actions } = useSession();
  return (
    <NoticePage
      kind="consent"
      action={
        <>
          <ConsentButton ask={actions.giveConsent} />
          <Text size={200}>{text("shell.consent.forAdministrators")}</Text>
        </>
      }
    />
  );
}
