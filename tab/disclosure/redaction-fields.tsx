import { Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import {
  type DisclosureField,
  disclosureFields,
  exemptions,
  type OwnRedactions,
  type Ruled,
} from "../../src/domain/disclosure/disclosure";
import { useText } from "../language/use-text";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(240px, 100%), 1fr))",
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    minWidth: 0,
  },
  // A list of choices is as wide as its longest one unless told otherwise, and runs out of its place.
  field: { minWidth: 0 },
  reason: { width: "100%", minWidth: 0, marginBlockStart: tokens.spacingVerticalXS },
  choice: { minWidth: 0, width: "100%", textOverflow: "ellipsis" },
});

interface Props {
  readonly said: Ruled;
  /** What holds where nothing is said; absent where "disclose" does. */
  readonly defaults?: Ruled;
  readonly onChange: (said: Ruled) => void;
}

/** For each field of an answer whether it is disclosed, or why not. */
export function RedactionFields({ said, defaults, onChange }: Props) {
  const text = useText();
  const styles = useStyles();
  const { rules, reasons } = said;
  const wordOf = (rule: OwnRedactions[DisclosureField]) =>
    rule === undefined || rule === "disclose"
      ? text("disclosure.disclose")
      : text(`disclosure.exemption.${rule}`);
  const choose = (field: DisclosureField, value: string) => {
    const { [field]: _before, ...others } = rules;
    const rule = ([...exemptions, "disclose"] as const).find((one) => one === value);
    onChange({ rules: rule === undefined ? others : { ...others, [field]: rule }, reasons });
  };
  return (
    <div className={styles.root}>
      {disclosureFields.map((field) => (
        <div key={field} className={styles.field}>
          <Field className={styles.field} label={text(`disclosure.field.${field}`)}>
            <Select
              className={styles.field}
              select={{ className: styles.choice }}
              value={rules[field] ?? ""}
              onChange={(_, { value }) => choose(field, value)}
            >
              <option value="">
                {defaults === undefined
                  ? text("disclosure.disclose")
                  : text("disclosure.asCouncil", { rule: wordOf(defaults.rules[field]) })}
              </option>
              {defaults !== undefined && <option value="disclose">{text("disclosure.disclose")}</option>}
              {exemptions.map((exemption) => (
                <option key={exemption} value={exemption}>
                  {wordOf(exemption)}
                </option>
              ))}
            </Select>
          </Field>
          {rules[field] !== undefined && rules[field] !== "disclose" && (
            <ReasonField
              key={reasons[field] ?? ""}
              field={field}
              reason={reasons[field] ?? ""}
              onChange={(reason) => onChange({ rules, reasons: { ...reasons, [field]: reason } })}
            />
          )}
        </div>
      ))}
    </div>
  );
}

interface ReasonProps {
  readonly field: DisclosureField;
  readonly reason: string;
  /** Called once it has been typed, not at every letter. */
  readonly onChange: (reason: string) => void;
}

function ReasonField({ field, reason, onChange }: ReasonProps) {
  const text = useText();
  const styles = useStyles();
  const [typed, setTyped] = useState(reason);
  return (
    <Input
      className={styles.reason}
      aria-label={text(`disclosure.why.${field}`)}
      placeholder={text("disclosure.whyPlaceholder")}
      maxLength={500}
      value={typed}
      onChange={(_, { value }) => setTyped(value)}
      onBlur={() => typed.trim() !== reason && onChange(typed.trim())}
    />
  );
}
