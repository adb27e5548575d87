import { Field, Input, Select } from "@fluentui/react-components";
import { useText } from "../language/use-text";
import { type DraftFields, rhythms } from "./check-in-draft";
import { rhythmText } from "./rhythm-text";

interface Props {
  readonly fields: Pick<DraftFields, "rhythm" | "until">;
  readonly onChange: (changed: Partial<DraftFields>) => void;
}

const once = "once";
const keyOf = ({ every, unit }: (typeof rhythms)[number]) => `${every}-${unit}`;

/** Once, or every so many weeks or months, until a day or without end. */
export function RepeatField({ fields: { rhythm, until }, onChange }: Props) {
  const text = useText();
  return (
    <>
      <Field label={text("recurrence.label")} hint={text("recurrence.hint")}>
        <Select
          value={rhythm === null ? once : keyOf(rhythm)}
          onChange={(_, { value }) =>
            onChange({ rhythm: rhythms.find((each) => keyOf(each) === value) ?? null })
          }
        >
          <option value={once}>{text("recurrence.once")}</option>
          {rhythms.map((each) => (
            <option key={keyOf(each)} value={keyOf(each)}>
              {rhythmText(each, text)}
            </option>
          ))}
        </Select>
      </Field>
      {rhythm !== null && (
        <Field label={text("recurrence.until")} hint={text("recurrence.untilHint")}>
          <Input type="date" value={until} onChange={(_, { value }) => onChange({ until: value })} />
        </Field>
      )}
    </>
  );
}
