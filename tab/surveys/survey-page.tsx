import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useLocation, useNavigate, useParams } from "react-router";
import type { SurveyAnswer } from "../../src/contracts/survey-contract";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { keptSearch } from "../shell/kept-address";
import { NotFoundPage } from "../shell/not-found-page";
import { OneRecord } from "../shell/one-record";
import { PageHeader } from "../shell/page-header";
import { QuestionDialog } from "../stock-takes/question-dialog";
import { ProgrammeSection } from "./programme-section";
import { ResultsSection } from "./results-section";
import { SurveyPreview } from "./survey-preview";
import { SurveyStateBadge, SurveyTimes } from "./surveys-page";
import { useRemove, useStep, useSurvey } from "./use-surveys";

const useStyles = makeStyles({
  intro: { display: "inline-flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
});

/** One survey: as it will be asked, while it is asked, and what came of it. */
export function SurveyPage() {
  const { can } = useMe();
  const { id = "" } = useParams();
  return can["survey.read"] ? <OneSurvey id={id} /> : <NotFoundPage />;
}

function OneSurvey({ id }: { readonly id: string }) {
  const text = useText();
  return (
    <OneRecord query={useSurvey(id)} backTo="/surveys" backText={text("confidence.title")}>
      {(survey) => <Loaded survey={survey} />}
    </OneRecord>
  );
}

interface One {
  readonly survey: SurveyAnswer;
}

function Loaded({ survey }: One) {
  const styles = useStyles();
  const text = useText();
  const { can } = useMe();
  const intro = (
    <span className={styles.intro}>
      <SurveyStateBadge survey={survey} />
      <SurveyTimes survey={survey} />
    </span>
  );
  return (
    <>
      <PageHeader
        title={survey.title}
        intro={intro}
        {...(can["survey.change"] && { actions: <Actions survey={survey} /> })}
      />
      {survey.state === "closed" ? (
        <ResultsSection survey={survey} />
      ) : (
        <>
          {survey.state === "open" && <Text block>{text("confidence.openNow")}</Text>}
          {survey.state === "closing" && <Text role="status">{text("confidence.state.closing")}</Text>}
          <SurveyPreview previewed={survey} card={can["survey.change"]} />
        </>
      )}
      {can["survey.plan"] && survey.state !== "draft" && <ProgrammeSection survey={survey} />}
    </>
  );
}

type Asked = "open" | "close" | "remove";

function Actions({ survey }: One) {
  const text = useText();
  const navigate = useNavigate();
  const { search } = useLocation();
  const [asked, setAsked] = useState<Asked | null>(null);
  const goTo = (pathname: string) => void navigate({ pathname, search: keptSearch(search) });
  return (
    <>
      {survey.state === "draft" && (
        <>
          <Button onClick={() => setAsked("remove")}>{text("confidence.remove")}</Button>
          <Button onClick={() => goTo(`/surveys/${encodeURIComponent(survey.id)}/edit`)}>
            {text("confidence.edit")}
          </Button>
          <Button appearance="primary" onClick={() => setAsked("open")}>
            {text("confidence.open")}
          </Button>
        </>
      )}
      {survey.state === "open" && (
        <Button appearance="primary" onClick={() => setAsked("close")}>
          {text("confidence.close")}
        </Button>
      )}
      {asked !== null && asked !== "remove" && (
        <StepDialog survey={survey} step={asked} onClose={() => setAsked(null)} />
      )}
      {asked === "remove" && (
        <RemoveDialog survey={survey} onClose={() => setAsked(null)} onRemoved={() => goTo("/surveys")} />
      )}
    </>
  );
}

interface StepProps extends One {
  readonly step: "open" | "close";
  readonly onClose: () => void;
}

/** Says what opening or closing does before it is done. */
function StepDialog({ survey, step, onClose }: StepProps) {
  const text = useText();
  const run = useStep(survey.id, step);
  return (
    <QuestionDialog
      title={text(`confidence.${step}Title`)}
      action={text(`confidence.${step}`)}
      failed={text(`confidence.${step}Failed`)}
      problem={run.error}
      busy={run.isPending}
      onConfirm={() => run.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Text block>{text(`confidence.${step}Text`)}</Text>
    </QuestionDialog>
  );
}

interface RemoveProps extends One {
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

function RemoveDialog({ survey, onClose, onRemoved }: RemoveProps) {
  const text = useText();
  const remove = useRemove(survey.id);
  return (
    <QuestionDialog
      title={text("confidence.removeTitle")}
      action={text("confidence.remove")}
      failed={text("confidence.removeFailed")}
      problem={remove.error}
      busy={remove.isPending}
      onConfirm={() => remove.mutate(undefined, { onSuccess: onRemoved })}
      onClose={onClose}
    >
      <Text block>{text("confidence.removeText")}</Text>
    </QuestionDialog>
  );
}
