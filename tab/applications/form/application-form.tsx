import { Field, Input, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { Section } from "../../inventory/details/section";
import { PersonPicker } from "../../inventory/person-picker";
import { useText } from "../../language/use-text";
import { problemsOf, type TextField } from "./application-draft";
import { ApplicationPicker } from "./application-picker";
import { ChoiceInput } from "./choice-input";
import type { FormProps } from "./form-props";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXL, minWidth: 0 },
  grid: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(220px, 100%), 1fr))",
    alignItems: "start",
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    minWidth: 0,
  },
  control: { minWidth: 0, width: "100%" },
  whole: { gridColumn: "1 / -1" },
});

/** Every field that a person may set, the same for a new application and for a change. */
export function ApplicationForm(props: FormProps) {
  const text = useText();
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <Grid title={text("application.sectionWhat")}>
        <TextInput {...props} field="name" longest={200} required />
        <ChoiceInput {...props} field="kind" />
        <TextInput {...props} field="purpose" longest={2000} long />
        <ChoiceInput {...props} field="type" />
        <ChoiceInput {...props} field="hosting" />
        <ChoiceInput {...props} field="lifecycle" />
        <ChoiceInput {...props} field="criticality" />
        <TextInput {...props} field="serviceArea" longest={200} />
        <TextInput {...props} field="userCount" longest={6} />
        <TextInput {...props} field="supportEnds" type="date" />
        <Replacement {...props} />
      </Grid>
      <Grid title={text("application.sectionPeople")}>
        <Owner {...props} field="businessOwnerId" />
        <Owner {...props} field="itOwnerId" />
      </Grid>
      <Grid title={text("application.sectionContract")}>
        <TextInput {...props} field="supplier" longest={200} />
        <TextInput {...props} field="contract.reference" longest={200} />
        <TextInput {...props} field="contract.start" type="date" />
        <TextInput {...props} field="contract.end" type="date" />
        <TextInput {...props} field="contract.noticeDays" longest={4} />
        <ChoiceInput {...props} field="contract.renewal" />
        <TextInput {...props} field="contract.value" longest={15} />
      </Grid>
      <Grid title={text("application.sectionFit")}>
        <ChoiceInput {...props} field="functionalFit" />
        <ChoiceInput {...props} field="technicalFit" />
        <ChoiceInput {...props} field="dispositionOverride" />
        <TextInput {...props} field="dispositionReason" longest={1000} />
      </Grid>
      <Grid title={text("application.sectionData")}>
        <ChoiceInput {...props} field="dataClassification" />
        <ChoiceInput {...props} field="personalData" />
        <TextInput {...props} field="dpiaDate" type="date" />
        <ChoiceInput {...props} field="aiFeatures" />
        <ChoiceInput {...props} field="accessibility" />
        <TextInput {...props} field="accessibilityStatement" longest={1000} />
        <TextInput {...props} field="notes" longest={4000} long />
      </Grid>
    </div>
  );
}

function Grid({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <Section title={title}>
      <div className={styles.grid}>{children}</div>
    </Section>
  );
}

interface TextInputProps extends FormProps {
  readonly field: TextField;
  readonly type?: "text" | "date";
  readonly longest?: number;
  readonly required?: boolean;
  readonly long?: boolean;
}

function TextInput(props: TextInputProps) {
  const {
    draft,
    onChange,
    tellProblems,
    field,
    type = "text",
    longest,
    required = false,
    long = false,
  } = props;
  const text = useText();
  const styles = useStyles();
  const problem = tellProblems ? problemsOf(draft)[field] : undefined;
  const shared = {
    className: styles.control,
    value: draft[field],
    ...(longest !== undefined && { maxLength: longest }),
    onChange: (_: unknown, { value }: { readonly value: string }) => onChange({ [field]: value }),
  };
  return (
    <Field
      label={text(`application.field.${field}`)}
      required={required}
      {...(long && { className: styles.whole })}
      {...(problem && {
        validationState: "error" as const,
        validationMessage: text(`application.invalid.${problem}`),
      })}
    >
      {long ? <Textarea resize="vertical" {...shared} /> : <Input type={type} {...shared} />}
    </Field>
  );
}

function Owner({
  draft,
  names,
  onChange,
  field,
}: FormProps & { readonly field: "businessOwnerId" | "itOwnerId" }) {
  const text = useText();
  const id = draft[field];
  return (
    <Field label={text(`application.field.${field}`)}>
      <PersonPicker
        value={id === "" ? null : { id, name: names[field] }}
        onChange={(person) => onChange({ [field]: person?.id ?? "" }, { [field]: person?.name ?? "" })}
      />
    </Field>
  );
}

function Replacement({ draft, names, onChange }: FormProps) {
  const text = useText();
  const id = draft.replacedById;
  return (
    <Field label={text("application.field.replacedById")}>
      <ApplicationPicker
        value={id === "" ? null : { id, name: names.replacedById }}
        onChange={(found) => onChange({ replacedById: found?.id ?? "" }, { replacedById: found?.name ?? "" })}
      />
    </Field>
  );
}
