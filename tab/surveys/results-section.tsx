import { Badge, Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons/svg/arrow-download";
import { PrintRegular } from "@fluentui/react-icons/svg/print";
import type { ResultsAnswer, SurveyAnswer } from "../../src/contracts/survey-contract";
import { CohortList } from "../courses/cohort-table";
import { useSurveyTraining } from "../courses/use-courses";
import { Section } from "../inventory/details/section";
import { useText } from "../language/use-text";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { ProblemMessage } from "../shell/problem-message";
import { HeatMap } from "./heat-map";
import { HowLink } from "./my-surveys-page";
import { asTree, figuresOf } from "./result-view";
import { useResults, useSaveFile } from "./use-surveys";

const useStyles = makeStyles({
  parts: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalXXL },
  bar: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
  action: { "@media print": { display: "none" } },
  quiet: { color: tokens.colorNeutralForeground2 },
  comments: { display: "grid", gap: tokens.spacingVerticalS, margin: 0, paddingInlineStart: "20px" },
  comment: { overflowWrap: "anywhere" },
});

interface One {
  readonly survey: SurveyAnswer;
}

/** The release of a survey, as far as the reader's teams go, with the whole to compare. */
export function ResultsSection({ survey }: One) {
  const query = useResults(survey.id);
  if (query.isPending) return <LoadingState rows={6} />;
  if (query.isError) return <ErrorState problem={query.error} onRetry={() => void query.refetch()} />;
  return <Results survey={survey} results={query.data} />;
}

function Results({ survey, results }: One & { readonly results: ResultsAnswer }) {
  const styles = useStyles();
  const text = useText();
  const save = useSaveFile(survey.id);
  const nodes = asTree(results.nodes);
  const isEmpty = !nodes.some((node) => survey.items.some(({ id }) => figuresOf(node, id) !== null));
  return (
    <div className={styles.parts}>
      <Section level={2} title={text("confidence.results.title")}>
        <Text className={styles.quiet}>{text("confidence.results.hint")}</Text>
        <div className={styles.bar}>
          <Text className={styles.quiet}>{text("confidence.results.hiddenHint")}</Text>
          <HowLink />
          <Button
            className={styles.action}
            icon={<ArrowDownloadRegular />}
            disabledFocusable={save.isPending}
            onClick={() => save.mutate()}
          >
            {text("confidence.results.csv")}
          </Button>
          <Button className={styles.action} icon={<PrintRegular />} onClick={() => window.print()}>
            {text("surveyPage.print")}
          </Button>
        </div>
        {save.error !== null && (
          <ProblemMessage problem={save.error} title={text("confidence.results.csvFailed")} />
        )}
        {isEmpty && <Text role="status">{text("confidence.results.none")}</Text>}
        <HeatMap survey={survey} nodes={nodes} />
      </Section>
      <Training surveyId={survey.id} />
      {results.comments.length > 0 && <Comments results={results} />}
    </div>
  );
}

/** Nothing where nobody took a course on what was asked since the survey before. */
function Training({ surveyId }: { readonly surveyId: string }) {
  const text = useText();
  const query = useSurveyTraining(surveyId);
  if (query.isError) return <ErrorState problem={query.error} onRetry={() => void query.refetch()} />;
  const cohorts = query.data?.items ?? [];
  if (cohorts.length === 0) return null;
  return (
    <Section level={2} title={text("surveyPage.training")}>
      <CohortList cohorts={cohorts} by="course" />
    </Section>
  );
}

function Comments({ results }: { readonly results: ResultsAnswer }) {
  const styles = useStyles();
  const text = useText();
  return (
    <Section level={2} title={text("confidence.comments.title")}>
      <ul className={styles.comments}>
        {results.comments.map(({ id, text: words, namesSomebody }) => (
          <li key={id} className={styles.comment}>
            {words}{" "}
            {namesSomebody && (
              <Badge appearance="tint" color="warning">
                {text("confidence.comments.names")}
              </Badge>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
