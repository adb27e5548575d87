import { Field, Select } from "@fluentui/react-components";
import { type Text, useText } from "../../language/use-text";
import { alwaysChosen, type ChoiceField, choices } from "./application-draft";
import type { FormProps } from "./form-props";

/** One of a few values, or none yet. */
export function ChoiceInput({ draft, onChange, field }: FormProps & { readonly field: ChoiceField }) {
  const text = useText();
  return (
    <Field label={text(`application.field.${field}`)}>
      <Select value={draft[field]} onChange={(_, { value }) => onChange({ [field]: value })}>
        {!alwaysChosen.has(field) && <option value="">{text("application.notRecorded")}</option>}
        {choices[field].map((value) => (
          <option key={value} value={value}>
            {choiceWords(field, value, text)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function choiceWords(field: ChoiceField, value: string, text: Text): string {
  switch (field) {
    case "functionalFit":
    case "technicalFit":
      return text(`application.fit.${value}` as "application.fit.1");
    case "dispositionOverride":
      return text(`application.disposition.${value}` as "application.disposition.invest");
    case "contract.renewal":
      return text(`application.renewal.${value}` as "application.renewal.tacit");
    default:
      return text(`application.${field}.${value}` as "application.kind.line-of-business");
  }
}
