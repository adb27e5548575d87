import { Field, Input, Text } from "@fluentui/react-components";
import { useState } from "react";
import type { StockTakeAnswer } from "../../src/contracts/stock-take-contract";
import { useText } from "../language/use-text";
import { QuestionDialog } from "./question-dialog";
import { useClose } from "./use-stock-takes";

interface Props {
  readonly stockTake: StockTakeAnswer;
  readonly onClose: () => void;
  readonly onClosed: () => void;
}

/** Says what closing does before it is done. */
export function CloseDialog({ stockTake, onClose, onClosed }: Props) {
  const text = useText();
  const [reason, setReason] = useState("");
  const close = useClose(stockTake.id);
  const { pending } = stockTake.counts;
  return (
    <QuestionDialog
      title={text("stockTake.closeTitle")}
      action={text("stockTake.closeAction")}
      failed={text("stockTake.closeFailed")}
      problem={close.error}
      busy={close.isPending}
      onConfirm={() => close.mutate(reason, { onSuccess: onClosed })}
      onClose={onClose}
    >
      <Text block>{text("stockTake.closeText")}</Text>
      {pending > 0 && <Text block>{text("stockTake.closePending", { count: pending })}</Text>}
      <Field label={text("stockTake.closeReason")}>
        <Input value={reason} maxLength={500} onChange={(_, { value }) => setReason(value)} />
      </Field>
    </QuestionDialog>
  );
}
