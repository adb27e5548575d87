import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons/svg/arrow-download";
import { PrintRegular } from "@fluentui/react-icons/svg/print";
import type { ReactNode } from "react";
import type { ResultsAnswer, SurveyAnswer } from "../../src/contracts/survey-contract";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { NotFoundPage } from "../shell/not-found-page";
import { OneRecord } from "../shell/one-record";
import { PageHeader } from "../shell/page-header";
import { ProblemMessage } from "../shell/problem-message";
import { HowLink } from "./my-surveys-page";
import { SurveyTimes } from "./surveys-page";
import { useResults, useSaveFile, useSurvey } from "./use-surveys";

const useStyles = makeStyles({
  actions: { display: "contents", "@media print": { display: "none" } },
  parts: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalXXL },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly id: string;
  readonly children: (survey: SurveyAnswer, results: ResultsAnswer) => ReactNode;
}

/** A part of the release of one survey, which is not there before its close. */
export function ReleasedPart({ id, children }: Props) {
  const text = useText();
  const { can } = useMe();
  const survey = useSurvey(id);
  if (!can["survey.read"]) return <NotFoundPage />;
  const back = survey.data?.title ?? text("confidence.title");
  return (
    <OneRecord query={survey} backTo={`/surveys/${encodeURIComponent(id)}`} backText={back}>
      {(one) => (one.state === "closed" ? <Released survey={one}>{children}</Released> : <NotFoundPage />)}
    </OneRecord>
  );
}

function Released({ survey, children }: Pick<Props, "children"> & { readonly survey: SurveyAnswer }) {
  const query = useResults(survey.id);
  if (query.isPending) return <LoadingState rows={6} />;
  if (query.isError) return <ErrorState problem={query.error} onRetry={() => void query.refetch()} />;
  return children(survey, query.data);
}

interface PageProps {
  readonly title: string;
  readonly survey: SurveyAnswer;
  /** The rows that the file has. */
  readonly rows: { readonly team: string } | { readonly item: string };
  readonly children: ReactNode;
}

/** To be read, printed or taken along as a file; what is missing is explained once, the same for all. */
export function FiguresPage({ title, survey, rows, children }: PageProps) {
  const styles = useStyles();
  const text = useText();
  const save = useSaveFile(survey.id, rows);
  const actions = (
    <div className={styles.actions}>
      <Button
        icon={<ArrowDownloadRegular />}
        disabledFocusable={save.isPending}
        onClick={() => save.mutate()}
      >
        {text("confidence.results.csv")}
      </Button>
      <Button icon={<PrintRegular />} onClick={() => window.print()}>
        {text("surveyPage.print")}
      </Button>
    </div>
  );
  return (
    <>
      <PageHeader title={title} intro={<SurveyTimes survey={survey} />} actions={actions} />
      <div className={styles.parts}>
        {save.error !== null && (
          <ProblemMessage problem={save.error} title={text("confidence.results.csvFailed")} />
        )}
        {children}
        <Text className={styles.quiet}>
          {text("surveyPage.hiddenWhy", { minimum: survey.minimumGroup })} <HowLink />
        </Text>
      </div>
    </>
  );
}
