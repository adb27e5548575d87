import { Text } from "@fluentui/react-components";
import type { CheckInAnswer } from "../../src/contracts/check-in-contract";
import { useText } from "../language/use-text";
import { ConfirmDialog } from "../shell/confirm-dialog";
import { AudiencePreview } from "./audience-preview";
import { audienceText } from "./audience-text";

interface Props {
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Says how many people get a message before anything is sent. */
export function LaunchDialog({ checkIn, ...props }: Props & { readonly checkIn: CheckInAnswer }) {
  const text = useText();
  const { audience, purpose, skuId, surveyId } = checkIn;
  const count = checkIn.summary.audience;
  return (
    <ConfirmDialog
      {...props}
      title={text("checkIn.launch.title")}
      action={text("checkIn.launch.action")}
      cancel={text("checkIn.launch.later")}
    >
      <Text block>
        {count > 0
          ? text("checkIn.launch.count", { count })
          : text("checkIn.launch.uncounted", { audience: audienceText(checkIn.audience, text) })}
      </Text>
      <AudiencePreview asked={{ audience, purpose, ...(skuId !== null && { skuId }) }} />
      <Text block>
        {text(surveyId === null ? "checkIn.launch.cannotUndo" : "checkIn.launch.opensSurvey")}
      </Text>
    </ConfirmDialog>
  );
}

export function StopDialog(props: Props) {
  const text = useText();
  return (
    <ConfirmDialog
      {...props}
      title={text("sending.stopTitle")}
      action={text("sending.stop")}
      cancel={text("common.cancel")}
    >
      <Text block>{text("sending.stopText")}</Text>
    </ConfirmDialog>
  );
}

export function CloseDialog(props: Props) {
  const text = useText();
  return (
    <ConfirmDialog
      {...props}
      title={text("checkIn.close.title")}
      action={text("checkIn.close.confirm")}
      cancel={text("common.cancel")}
    >
      <Text block>{text("checkIn.close.text")}</Text>
    </ConfirmDialog>
  );
}
