import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useText } from "../language/use-text";
import { ErrorState } from "../shell/error-state";
import { KitQuestion } from "./kit-question";
import { useMyCheckIns } from "./use-my-kit";

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalL },
  heading: { ...typographyStyles.subtitle1, margin: 0 },
});

/** Open kit check-ins; nothing at all while nobody asks anything. */
export function MyQuestions() {
  const styles = useStyles();
  const text = useText();
  const questions = useMyCheckIns();
  if (questions.isError) {
    return (
      <ErrorState
        title={text("kit.questions.failed")}
        problem={questions.error}
        onRetry={() => void questions.refetch()}
      />
    );
  }
  const kitQuestions = questions.data?.items.filter(({ purpose }) => purpose === "kit") ?? [];
  if (kitQuestions.length === 0) return null;
  return (
    <section className={styles.root} aria-labelledby="my-questions">
      <h2 id="my-questions" className={styles.heading}>
        {text("kit.questions.title")}
      </h2>
      {kitQuestions.map((question) => (
        <KitQuestion key={question.deliveryId} question={question} />
      ))}
    </section>
  );
}
