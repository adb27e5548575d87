import { Field, Input, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { ApplicationPicker } from "../applications/form/application-picker";
import { useText } from "../language/use-text";
import { audienceKinds, type DraftFields } from "./check-in-draft";
import { TeamChoice } from "./team-choice";

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalM },
});

interface Props {
  readonly fields: DraftFields;
  readonly onChange: (changed: Partial<DraftFields>) => void;
  readonly teamProblem: string | null;
  readonly modelProblem: string | null;
  readonly applicationProblem: string | null;
}

/** Everyone, teams, the holders of a device model, or the people who use an application. */
export function AudienceField({ fields, onChange, teamProblem, modelProblem, applicationProblem }: Props) {
  const styles = useStyles();
  const text = useText();
  return (
    <div className={styles.root}>
      <Field label={text("checkIn.form.audience")}>
        <RadioGroup
          value={fields.kind}
          onChange={(_, { value }) => {
            const kind = audienceKinds.find((each) => each === value);
            if (kind !== undefined) onChange({ kind });
          }}
        >
          {audienceKinds.map((kind) => (
            <Radio key={kind} value={kind} label={text(`checkIn.form.${kind}`)} />
          ))}
        </RadioGroup>
      </Field>
      {fields.kind === "teams" && <TeamChoice fields={fields} onChange={onChange} problem={teamProblem} />}
      {fields.kind === "application" && (
        <Field
          label={text("checkIn.form.applicationName")}
          hint={text("checkIn.form.applicationHint")}
          validationMessage={applicationProblem}
          required
        >
          <ApplicationPicker
            value={fields.application}
            onChange={(application) => onChange({ application })}
            placeholder={text("checkIn.form.applicationChoose")}
          />
        </Field>
      )}
      {fields.kind === "deviceModel" && (
        <Field
          label={text("checkIn.form.model")}
          hint={text("checkIn.form.modelHint")}
          validationMessage={modelProblem}
          required
        >
          <Input
            value={fields.model}
            maxLength={200}
            onChange={(_, { value }) => onChange({ model: value })}
          />
        </Field>
      )}
    </div>
  );
}
