import { Field, Radio, RadioGroup, SpinButton, Text } from "@fluentui/react-components";
import { useState } from "react";
import type { SurveyAnswer } from "../../src/contracts/survey-contract";
import { daysOpenRange, type ProgrammeWeeks, programmeWeeks } from "../../src/domain/survey/programme";
import { useText } from "../language/use-text";
import { QuestionDialog } from "../stock-takes/question-dialog";
import { useStartProgramme } from "./use-programmes";

interface Props {
  readonly survey: SurveyAnswer;
  readonly onClose: () => void;
}

/** Says what repeating does, and asks how often. */
export function RepeatDialog({ survey, onClose }: Props) {
  const text = useText();
  const start = useStartProgramme();
  const [often, longer] = programmeWeeks;
  const [everyWeeks, setEveryWeeks] = useState<ProgrammeWeeks>(survey.pulse ? often : longer);
  const [daysOpen, setDaysOpen] = useState<number>(daysOpenRange.usual);
  return (
    <QuestionDialog
      title={text("surveyPage.programme.startTitle")}
      action={text("surveyPage.programme.start")}
      failed={text("surveyPage.programme.failed")}
      problem={start.error}
      busy={start.isPending}
      onConfirm={() => start.mutate({ surveyId: survey.id, everyWeeks, daysOpen }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Text block>{text("surveyPage.programme.startText")}</Text>
      <Field label={text("surveyPage.programme.every")}>
        <RadioGroup
          value={String(everyWeeks)}
          onChange={(_, { value }) =>
            setEveryWeeks(programmeWeeks.find((weeks) => String(weeks) === value) ?? everyWeeks)
          }
        >
          {programmeWeeks.map((weeks) => (
            <Radio key={weeks} value={String(weeks)} label={text("surveyPage.programme.weeks", { weeks })} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={text("surveyPage.programme.days")}>
        <SpinButton
          value={daysOpen}
          min={daysOpenRange.least}
          max={daysOpenRange.most}
          onChange={(_, { value, displayValue }) => {
            const typed = value ?? Number.parseInt(displayValue ?? "", 10);
            if (Number.isInteger(typed)) setDaysOpen(typed);
          }}
        />
      </Field>
    </QuestionDialog>
  );
}
