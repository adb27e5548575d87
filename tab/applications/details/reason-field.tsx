import { Field, Input } from "@fluentui/react-components";
import { useText } from "../../language/use-text";

interface Props {
  readonly value: string;
  readonly onChange: (reason: string) => void;
}

/** Why, for the history. */
export function ReasonField({ value, onChange }: Props) {
  const text = useText();
  return (
    <Field label={text("inventory.reason")} hint={text("inventory.reasonHint")}>
      <Input maxLength={500} value={value} onChange={(_, { value: reason }) => onChange(reason)} />
    </Field>
  );
}
