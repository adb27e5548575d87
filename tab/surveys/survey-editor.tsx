import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  SpinButton,
  tokens,
} from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import { mostItems } from "../../src/contracts/survey-contract";
import { lowestMinimum } from "../../src/domain/survey/release";
import { mostPulseItems } from "../../src/domain/survey/survey";
import { TeamChoice } from "../check-ins/team-choice";
import { useText } from "../language/use-text";
import { ProblemMessage } from "../shell/problem-message";
import { StatementChoice } from "./statement-choice";
import { type Missing, missingIn, type SurveyFields, wantedOf } from "./survey-draft";
import { EditorPreview } from "./survey-preview";
import type { SurveyInput } from "./use-surveys";

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalXL, maxWidth: "880px" },
  foot: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM },
  short: { maxWidth: "220px" },
});

const mostPeople = 1_000;

interface Props {
  readonly start: SurveyFields;
  /** The minimum group of a draft, which is only raised. */
  readonly least: number | null;
  readonly saving: boolean;
  readonly problem: unknown;
  readonly onCancel: () => void;
  readonly onSave: (wanted: SurveyInput) => void;
}

/** Who is asked what, until when, and how small a group may be. */
export function SurveyEditor({ start, least, saving, problem, onCancel, onSave }: Props) {
  const styles = useStyles();
  const text = useText();
  const [fields, setFields] = useState(start);
  const [tried, setTried] = useState(false);
  const missing = missingIn(fields, new Date());
  const change = (changed: Partial<SurveyFields>) => setFields((before) => ({ ...before, ...changed }));
  const wrong = (field: Missing, key: Parameters<typeof text>[0]) =>
    tried && missing.has(field) ? text(key, { most: mostItems, pulse: mostPulseItems }) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing.size === 0 && !saving) onSave(wantedOf(fields));
  };
  return (
    <form className={styles.root} onSubmit={submit} noValidate>
      <Field
        label={text("confidence.form.title")}
        validationMessage={wrong("title", "confidence.form.titleMissing")}
        required
      >
        <Input value={fields.title} maxLength={200} onChange={(_, { value }) => change({ title: value })} />
      </Field>
      <Field label={text("confidence.form.audience")}>
        <RadioGroup
          value={fields.everyone ? "everyone" : "teams"}
          onChange={(_, { value }) => change({ everyone: value === "everyone" })}
        >
          <Radio value="everyone" label={text("confidence.form.everyone")} />
          <Radio value="teams" label={text("confidence.form.teams")} />
        </RadioGroup>
      </Field>
      {!fields.everyone && (
        <TeamChoice
          fields={fields}
          onChange={change}
          problem={wrong("teams", "confidence.form.teamMissing")}
        />
      )}
      <Field label={text("surveyPage.form.length")} hint={text("surveyPage.form.lengthHint")}>
        <RadioGroup
          value={fields.pulse ? "pulse" : "survey"}
          onChange={(_, { value }) => change({ pulse: value === "pulse" })}
        >
          <Radio value="survey" label={text("surveyPage.form.survey", { most: mostItems })} />
          <Radio value="pulse" label={text("surveyPage.form.pulse", { most: mostPulseItems })} />
        </RadioGroup>
      </Field>
      <StatementChoice
        items={fields.items}
        problem={
          wrong("items", "confidence.form.itemsMissing") ??
          wrong("itemsMany", "confidence.form.itemsMany") ??
          wrong("pulseMany", "surveyPage.form.pulseMany")
        }
        onChange={(items) => change({ items })}
      />
      <Checkbox
        checked={fields.comments}
        label={text("confidence.form.comments")}
        onChange={(_, { checked }) => change({ comments: checked === true })}
      />
      <Field
        className={styles.short}
        label={text("confidence.form.minimum")}
        hint={text("confidence.form.minimumHint")}
      >
        <SpinButton
          value={fields.minimumGroup}
          min={least ?? lowestMinimum}
          max={mostPeople}
          onChange={(_, { value, displayValue }) => {
            const typed = value ?? Number.parseInt(displayValue ?? "", 10);
            if (Number.isInteger(typed)) change({ minimumGroup: typed });
          }}
        />
      </Field>
      <Field
        className={styles.short}
        label={text("confidence.form.closesOn")}
        validationMessage={wrong("closesOn", "confidence.form.closesOnMissing")}
        required
      >
        <Input type="date" value={fields.closesOn} onChange={(_, { value }) => change({ closesOn: value })} />
      </Field>
      <EditorPreview fields={fields} />
      {problem !== null && <ProblemMessage problem={problem} title={text("confidence.form.failed")} />}
      <div className={styles.foot}>
        <Button onClick={onCancel}>{text("common.cancel")}</Button>
        <Button type="submit" appearance="primary" disabledFocusable={saving}>
          {text("confidence.form.save")}
        </Button>
      </div>
    </form>
  );
}
