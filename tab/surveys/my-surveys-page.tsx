import { Button, makeStyles, Text, tokens, typographyStyles } from "@fluentui/react-components";
import { useState } from "react";
import { Link, useLocation } from "react-router";
import type { MySurveyAnswer } from "../../src/contracts/survey-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { ErrorState } from "../shell/error-state";
import { keptSearch } from "../shell/kept-address";
import { LoadingState } from "../shell/loading-state";
import { PageHeader } from "../shell/page-header";
import { ProblemMessage } from "../shell/problem-message";
import { SurveyAnswerForm } from "./survey-answer-form";
import { useAnswer, useMySurveys, useTakeBack } from "./use-surveys";

const useStyles = makeStyles({
  list: { display: "grid", gap: tokens.spacingVerticalXXL },
  survey: {
    display: "grid",
    gap: tokens.spacingVerticalM,
    boxSizing: "border-box",
    maxWidth: "880px",
    padding: tokens.spacingHorizontalXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  link: { color: tokens.colorBrandForegroundLink },
});

/** The open surveys that ask the reader, to be answered, changed and taken back. */
export function MySurveysPage() {
  const styles = useStyles();
  const text = useText();
  const mine = useMySurveys();
  return (
    <>
      <PageHeader title={text("confidence.mine.title")} intro={text("confidence.mine.intro")} />
      {mine.isPending && <LoadingState rows={3} rowHeight={128} />}
      {mine.isError && <ErrorState problem={mine.error} onRetry={() => void mine.refetch()} />}
      {mine.isSuccess && mine.data.items.length === 0 && <Text>{text("confidence.mine.none")}</Text>}
      <div className={styles.list}>
        {mine.data?.items.map((survey) => (
          <OneSurvey key={survey.id} survey={survey} />
        ))}
      </div>
    </>
  );
}

function OneSurvey({ survey }: { readonly survey: MySurveyAnswer }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const answer = useAnswer(survey.id);
  const takeBack = useTakeBack(survey.id);
  // A new form after taking back, so that nothing of the answer stays filled in.
  const [round, setRound] = useState(0);
  const { response } = survey;
  const before = response && {
    answers: Object.fromEntries(response.answers.map(({ itemId, value }) => [itemId, value])),
    comment: response.comment ?? "",
  };
  return (
    <article className={styles.survey}>
      <h2 className={styles.title}>{survey.title}</h2>
      <Text className={styles.quiet}>{text("survey.confidential", { minimum: survey.minimumGroup })}</Text>
      <HowLink />
      {before !== null && (
        <Text role="status">
          {answer.isSuccess
            ? text("confidence.mine.sent", { when: format.dateTime(survey.closesAt) })
            : text("confidence.mine.before")}
        </Text>
      )}
      <SurveyAnswerForm
        key={round}
        items={survey.items}
        comments={survey.comments}
        before={before}
        sending={answer.isPending}
        problem={answer.error}
        onSend={(said) => answer.mutate(said)}
      />
      {takeBack.error !== null && (
        <ProblemMessage problem={takeBack.error} title={text("confidence.mine.failed")} />
      )}
      {before !== null && (
        <div>
          <Button
            disabledFocusable={takeBack.isPending}
            onClick={() =>
              takeBack.mutate(undefined, {
                onSuccess: () => {
                  answer.reset();
                  setRound(round + 1);
                },
              })
            }
          >
            {text("confidence.mine.takeBack")}
          </Button>
        </div>
      )}
    </article>
  );
}

export function HowLink() {
  const styles = useStyles();
  const text = useText();
  const { search } = useLocation();
  return (
    <Link className={styles.link} to={{ pathname: "/surveys/confidential", search: keptSearch(search) }}>
      {text("survey.how")}
    </Link>
  );
}
