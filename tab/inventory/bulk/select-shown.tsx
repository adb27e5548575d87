import { Checkbox, makeStyles } from "@fluentui/react-components";
import type { DeviceAnswer } from "../../../src/contracts/device-contract";
import { useText } from "../../language/use-text";
import type { Selection } from "./use-selection";

const useStyles = makeStyles({ root: { marginInline: "-8px" } });

interface SelectShownProps {
  readonly selection: Selection;
  readonly devices: readonly DeviceAnswer[];
}

/** Chooses every device that is loaded, or none. */
export function SelectShown({ selection, devices }: SelectShownProps) {
  const text = useText();
  const styles = useStyles();
  const { ids, choose, clear } = selection;
  const all = devices.length > 0 && devices.every(({ id }) => ids.has(id));
  return (
    <Checkbox
      className={styles.root}
      aria-label={text("bulk.selectShown")}
      checked={all ? true : ids.size > 0 ? "mixed" : false}
      onChange={() => (all ? clear() : choose(devices.map(({ id }) => id)))}
    />
  );
}
