import { Field, Input, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
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
}

/** Everyone, teams, or the holders of a device model. */
export function AudienceField({ fields, onChange, teamProblem, modelProblem }: Props) {
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
