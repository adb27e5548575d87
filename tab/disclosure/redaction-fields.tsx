import { Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import {
  type DisclosureField,
  disclosureFields,
  exemptions,
  type OwnRedactions,
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
  choice: { minWidth: 0, width: "100%", textOverflow: "ellipsis" },
});

interface Props {
  readonly rules: OwnRedactions;
  /** What holds where nothing is said; absent where "disclose" does. */
  readonly defaults?: OwnRedactions;
  readonly disabled?: boolean;
  readonly onChange: (rules: OwnRedactions) => void;
}

/** For each field of an answer whether it is disclosed, or why not. */
export function RedactionFields({ rules, defaults, disabled = false, onChange }: Props) {
  const text = useText();
  const styles = useStyles();
  const wordOf = (rule: OwnRedactions[DisclosureField]) =>
    rule === undefined || rule === "disclose"
      ? text("disclosure.disclose")
      : text(`disclosure.exemption.${rule}`);
  const choose = (field: DisclosureField, value: string) => {
    const { [field]: _before, ...others } = rules;
    const rule = ([...exemptions, "disclose"] as const).find((one) => one === value);
    onChange(rule === undefined ? others : { ...others, [field]: rule });
  };
  return (
    <div className={styles.root}>
      {disclosureFields.map((field) => (
        <Field key={field} className={styles.field} label={text(`disclosure.field.${field}`)}>
          <Select
            className={styles.field}
            select={{ className: styles.choice }}
            value={rules[field] ?? ""}
            disabled={disabled}
            onChange={(_, { value }) => choose(field, value)}
          >
            <option value="">
              {defaults === undefined
                ? text("disclosure.disclose")
                : text("disclosure.asCouncil", { rule: wordOf(defaults[field]) })}
            </option>
            {defaults !== undefined && <option value="disclose">{text("disclosure.disclose")}</option>}
            {exemptions.map((exemption) => (
              <option key={exemption} value={exemption}>
                {wordOf(exemption)}
              </option>
            ))}
          </Select>
        </Field>
      ))}
    </div>
  );
}
