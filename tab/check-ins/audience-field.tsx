import { Field, Input, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { ApplicationPicker } from "../applications/form/application-picker";
import { useText } from "../language/use-text";
import { audienceKinds, type DraftFields } from "./check-in-draft";
import { LicenceChoice } from "./licence-choice";
import { PeopleChoice } from "./people-choice";
import { TeamChoice } from "./team-choice";
import { WaveChoice } from "./wave-choice";

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalM },
});

interface Props {
  readonly fields: DraftFields;
  readonly onChange: (changed: Partial<DraftFields>) => void;
  /** What is wrong with what the chosen kind still needs. */
  readonly problem: string | null;
}

/** Everyone, teams, people, holders of a device model or a licence, users of an application, or a wave of a rollout. */
export function AudienceField({ fields, onChange, problem }: Props) {
  const styles = useStyles();
  const text = useText();
  return (
    <div className={styles.root}>
      <Field label={text("checkInForm.audience")}>
        <RadioGroup
          value={fields.kind}
          onChange={(_, { value }) => {
            const kind = audienceKinds.find((each) => each === value);
            if (kind !== undefined) onChange({ kind });
          }}
        >
          {audienceKinds.map((kind) => (
            <Radio key={kind} value={kind} label={text(`checkInForm.${kind}`)} />
          ))}
        </RadioGroup>
      </Field>
      {fields.kind === "teams" && <TeamChoice fields={fields} onChange={onChange} problem={problem} />}
      {fields.kind === "people" && <PeopleChoice fields={fields} onChange={onChange} problem={problem} />}
      {fields.kind === "licence" && <LicenceChoice fields={fields} onChange={onChange} problem={problem} />}
      {fields.kind === "wave" && <WaveChoice fields={fields} onChange={onChange} problem={problem} />}
      {fields.kind === "application" && (
        <Field
          label={text("checkInForm.applicationName")}
          hint={text("checkInForm.applicationHint")}
          validationMessage={problem}
          required
        >
          <ApplicationPicker
            value={fields.application}
            onChange={(application) => onChange({ application })}
            placeholder={text("checkInForm.applicationChoose")}
          />
        </Field>
      )}
      {fields.kind === "deviceModel" && (
        <Field
          label={text("checkInForm.model")}
          hint={text("checkInForm.modelHint")}
          validationMessage={problem}
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
