import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import { BinRecycleRegular } from "@fluentui/react-icons/svg/bin-recycle";
import { EditRegular } from "@fluentui/react-icons/svg/edit";
import { PersonAddRegular } from "@fluentui/react-icons/svg/person-add";
import { useId, useState } from "react";
import type { DeviceAnswer } from "../../../src/contracts/device-contract";
import { canBeAssigned } from "../../../src/domain/device";
import { whyNotDisposable } from "../../../src/domain/disposal";
import { useText } from "../../language/use-text";
import { useFocusReturn } from "../use-focus-return";
import { AssignDialog } from "./assign-dialog";
import { DisposeDialog } from "./dispose-dialog";
import { RestoreDialog } from "./restore-dialog";
import { TakeBackDialog } from "./take-back-dialog";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  why: { color: tokens.colorNeutralForeground3 },
});

interface DeviceActionsProps {
  readonly device: DeviceAnswer;
  readonly fresh: boolean;
  readonly onEdit: () => void;
  readonly onDone: (words: string) => void;
}

type Asked = "assign" | "take-back" | "dispose" | "restore";

/** What may be done with a device by those who may; a button that is off says why. */
export function DeviceActions({ device, fresh, onEdit, onDone }: DeviceActionsProps) {
  const text = useText();
  const styles = useStyles();
  const why = useId();
  const whyHeld = useId();
  const [dialog, setDialog] = useState<Asked | null>(null);
  const rememberOpener = useFocusReturn(dialog !== null);
  const ask = (chosen: Asked) => {
    rememberOpener();
    setDialog(chosen);
  };
  const held = device.assigneeId !== null;
  const assignable = canBeAssigned(device);
  const obstacle = whyNotDisposable(device);
  const close = () => setDialog(null);
  return (
    <div className={styles.root}>
      <div className={styles.buttons}>
        <Button icon={<EditRegular />} disabledFocusable={!fresh} onClick={onEdit}>
          {text("inventory.edit")}
        </Button>
        <Button
          icon={<PersonAddRegular />}
          disabledFocusable={!assignable}
          {...(assignable ? {} : { "aria-describedby": why })}
          onClick={() => ask("assign")}
        >
          {text(held ? "inventory.reassign" : "inventory.assign")}
        </Button>
        {held && (
          <Button icon={<ArrowUndoRegular />} onClick={() => ask("take-back")}>
            {text("inventory.takeBack")}
          </Button>
        )}
        {obstacle === "device-disposed" ? (
          <Button icon={<ArrowUndoRegular />} onClick={() => ask("restore")}>
            {text("inventory.restore")}
          </Button>
        ) : (
          <Button
            icon={<BinRecycleRegular />}
            disabledFocusable={obstacle !== null}
            {...(obstacle === null ? {} : { "aria-describedby": whyHeld })}
            onClick={() => ask("dispose")}
          >
            {text("inventory.dispose")}
          </Button>
        )}
      </div>
      {obstacle === "device-held" && (
        <Text id={whyHeld} size={200} className={styles.why}>
          {text("inventory.cannotDispose")}
        </Text>
      )}
      {!assignable && (
        <Text id={why} size={200} className={styles.why}>
          {text("inventory.cannotAssign")}
        </Text>
      )}
      {dialog === "assign" && <AssignDialog device={device} onClose={close} onDone={onDone} />}
      {dialog === "dispose" && <DisposeDialog device={device} onClose={close} onDone={onDone} />}
      {dialog === "restore" && <RestoreDialog device={device} onClose={close} onDone={onDone} />}
      {dialog === "take-back" && <TakeBackDialog device={device} onClose={close} onDone={onDone} />}
    </div>
  );
}
