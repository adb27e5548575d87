import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { Link, useLocation } from "react-router";
import type { SurveyAnswer } from "../../src/contracts/survey-contract";
import type { ProgrammeAnswer } from "../../src/contracts/survey-programme-contract";
import { Section } from "../inventory/details/section";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { ErrorState } from "../shell/error-state";
import { keptSearch } from "../shell/kept-address";
import { LoadingState } from "../shell/loading-state";
import { QuestionDialog } from "../stock-takes/question-dialog";
import { RepeatDialog } from "./repeat-dialog";
import { useProgramme, useProgrammeState } from "./use-programmes";

const useStyles = makeStyles({
  root: {
    display: "grid",
    justifyItems: "start",
    gap: tokens.spacingVerticalM,
    marginTop: tokens.spacingVerticalXXL,
    "@media print": { display: "none" },
  },
  runs: { display: "grid", gap: tokens.spacingVerticalXS, margin: 0, paddingInlineStart: "20px" },
  link: { color: tokens.colorBrandForegroundLink },
});

/** Whether a survey repeats, its other runs, and where that is started and stopped. */
export function ProgrammeSection({ survey }: { readonly survey: SurveyAnswer }) {
  const styles = useStyles();
  const text = useText();
  const { programmeId } = survey;
  return (
    <div className={styles.root}>
      <Section level={2} title={text("surveyPage.programme.title")}>
        {programmeId === null ? <Once survey={survey} /> : <Repeating survey={survey} id={programmeId} />}
      </Section>
    </div>
  );
}

function Once({ survey }: { readonly survey: SurveyAnswer }) {
  const text = useText();
  const { can } = useMe();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Text>{text("surveyPage.programme.once")}</Text>
      {can["survey.change"] && (
        <div>
          <Button onClick={() => setAsking(true)}>{text("surveyPage.programme.start")}</Button>
        </div>
      )}
      {asking && <RepeatDialog survey={survey} onClose={() => setAsking(false)} />}
    </>
  );
}

interface RepeatingProps {
  readonly survey: SurveyAnswer;
  readonly id: string;
}

function Repeating({ survey, id }: RepeatingProps) {
  const text = useText();
  const format = useFormat();
  const query = useProgramme(id);
  if (query.isPending) return <LoadingState rows={1} />;
  if (query.isError) return <ErrorState problem={query.error} onRetry={() => void query.refetch()} />;
  const { everyWeeks: weeks, nextOpensAt, daysOpen: days, state } = query.data;
  return (
    <>
      <Text>
        {text(`surveyPage.programme.${state}`, { weeks, days, when: format.dateTime(nextOpensAt) })}
      </Text>
      <Runs programme={query.data} but={survey.id} />
      <StateChange programme={query.data} />
    </>
  );
}

function Runs({ programme, but }: { readonly programme: ProgrammeAnswer; readonly but: string }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const { search } = useLocation();
  const others = programme.runs.filter(({ surveyId }) => surveyId !== but);
  if (others.length === 0) return null;
  return (
    <ul className={styles.runs} aria-label={text("surveyPage.programme.runs")}>
      {others.map(({ surveyId, title, state, openedAt }) => (
        <li key={surveyId}>
          <Link
            className={styles.link}
            to={{ pathname: `/surveys/${encodeURIComponent(surveyId)}`, search: keptSearch(search) }}
          >
            {`${title}, ${format.date(openedAt)}`}
          </Link>
          {` (${text(`confidence.state.${state}`)})`}
        </li>
      ))}
    </ul>
  );
}

/** Stopping says what it does before it is done, and so does going on. */
function StateChange({ programme }: { readonly programme: ProgrammeAnswer }) {
  const text = useText();
  const { can } = useMe();
  const change = useProgrammeState(programme);
  const [asking, setAsking] = useState(false);
  if (!can["survey.change"]) return null;
  const [step, next] =
    programme.state === "running" ? (["stop", "stopped"] as const) : (["again", "running"] as const);
  const close = () => {
    change.reset();
    setAsking(false);
  };
  return (
    <div>
      <Button onClick={() => setAsking(true)}>{text(`surveyPage.programme.${step}`)}</Button>
      {asking && (
        <QuestionDialog
          title={text(`surveyPage.programme.${step}Title`)}
          action={text(`surveyPage.programme.${step}`)}
          failed={text("surveyPage.programme.failed")}
          problem={change.error}
          busy={change.isPending}
          onConfirm={() => change.mutate(next, { onSuccess: close })}
          onClose={close}
        >
          <Text block>{text(`surveyPage.programme.${step}Text`)}</Text>
        </QuestionDialog>
      )}
    </div>
  );
}
