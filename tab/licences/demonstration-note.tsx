import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useText } from "../language/use-text";
import { useLicenceOverview } from "./use-licences";

/** Says of a page of licences that what stands on it is made up, as long as it is. */
export function DemonstrationNote() {
  const text = useText();
  const overview = useLicenceOverview();
  if (overview.data?.demonstration !== true) return null;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{text("licence.demonstration")}</MessageBarBody>
    </MessageBar>
  );
}
