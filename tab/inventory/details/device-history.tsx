import { type DeviceAnswer, getDeviceHistory } from "../../../src/contracts/device-contract";
import { RecordHistory } from "../../history/record-history";
import { useHistory } from "../../history/use-history";
import { useText } from "../../language/use-text";
import { deviceKeys } from "../device-cache";
import { deviceHistoryFields } from "./device-history-fields";
import { Section } from "./section";

export function DeviceHistory({ device }: { readonly device: DeviceAnswer }) {
  const text = useText();
  const history = useHistory(getDeviceHistory, device.id, deviceKeys.history(device.id));
  return (
    <Section title={text("history.title")}>
      <RecordHistory history={history} fields={deviceHistoryFields} />
    </Section>
  );
}
