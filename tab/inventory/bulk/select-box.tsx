import { Checkbox, makeStyles } from "@fluentui/react-components";
import type { DeviceAnswer } from "../../../src/contracts/device-contract";
import { useText } from "../../language/use-text";

const useStyles = makeStyles({
  /** The box alone: its own margins would widen the track. */
  root: { marginInline: "-8px" },
});

interface SelectBoxProps {
  readonly device: DeviceAnswer;
  readonly selected: boolean;
  readonly onToggle: (deviceId: string) => void;
}

/** Chooses one device by mouse or touch; by keyboard its row does. */
export function SelectBox({ device: { id, assetTag }, selected, onToggle }: SelectBoxProps) {
  const text = useText();
  const styles = useStyles();
  return (
    <Checkbox
      className={styles.root}
      tabIndex={-1}
      aria-label={text("bulk.select", { assetTag })}
      checked={selected}
      onChange={() => onToggle(id)}
    />
  );
}
