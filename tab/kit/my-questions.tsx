import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { MyCheckInAnswer } from "../../src/contracts/my-contract";
import { asksForKit } from "../../src/domain/check-in";
import { useText } from "../language/use-text";
import { ErrorState } from "../shell/error-state";
import { KitQuestion } from "./kit-question";
import { useMyCheckIns } from "./use-my-kit";

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalL },
  heading: { ...typographyStyles.subtitle1, margin: 0 },
});

/** Open questions on kit and on rollouts; nothing at all while nobody asks anything. */
export function MyQuestions() {
  const styles = useStyles();
  const text = useText();
  const questions = useMyCheckIns();
  const [answered, setAnswered] = useState<readonly MyCheckInAnswer[]>([]);
  if (questions.isError && questions.data === undefined) {
    return (
      <ErrorState
        title={text("kit.questions.failed")}
        problem={questions.error}
        onRetry={() => void questions.refetch()}
      />
    );
  }
  const kitQuestions = withAnswered(questions.data?.items ?? [], answered);
  if (kitQuestions.length === 0) return null;
  return (
    <section className={styles.root} aria-labelledby="my-questions">
      <h2 id="my-questions" className={styles.heading}>
        {text("kit.questions.title")}
      </h2>
      {kitQuestions.map((question) => (
        <KitQuestion
          key={question.deliveryId}
          question={question}
          onAnswered={() => setAnswered((before) => withAnswered(before, [question]))}
        />
      ))}
    </section>
  );
}

/** A question leaves the open ones once it is answered; its receipt stays where it was until the page is left. */
function withAnswered(
  open: readonly MyCheckInAnswer[],
  answered: readonly MyCheckInAnswer[],
): readonly MyCheckInAnswer[] {
  const kept = answered.filter(({ deliveryId }) => !open.some((each) => each.deliveryId === deliveryId));
  return [...kept, ...open].filter((each) => asksForKit(each) || each.purpose === "rollout-step");
}
