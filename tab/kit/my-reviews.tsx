import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { MyCheckInAnswer } from "../../src/contracts/my-contract";
import { useText } from "../language/use-text";
import { ReviewQuestion } from "./review-question";
import { useMyCheckIns } from "./use-my-kit";

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalL, marginBottom: tokens.spacingVerticalXXL },
  heading: { ...typographyStyles.subtitle1, margin: 0 },
});

/** Licences that I am asked about; nothing at all while nobody asks. A failure is told of by the other questions. */
export function MyReviews() {
  const styles = useStyles();
  const text = useText();
  const questions = useMyCheckIns();
  const [answered, setAnswered] = useState<readonly MyCheckInAnswer[]>([]);
  const shown = withAnswered(questions.data?.items ?? [], answered);
  if (shown.length === 0) return null;
  return (
    <section className={styles.root} aria-labelledby="my-reviews">
      <h2 id="my-reviews" className={styles.heading}>
        {text("licenceReview.mine.title")}
      </h2>
      {shown.map((question) => (
        <ReviewQuestion
          key={question.deliveryId}
          question={question}
          onAnswered={() => setAnswered((before) => withAnswered(before, [question]))}
        />
      ))}
    </section>
  );
}

/** What came of an answer stays where the question was until the page is left. */
function withAnswered(
  open: readonly MyCheckInAnswer[],
  answered: readonly MyCheckInAnswer[],
): readonly MyCheckInAnswer[] {
  const kept = answered.filter(({ deliveryId }) => !open.some((each) => each.deliveryId === deliveryId));
  return [...kept, ...open].filter(({ licence }) => licence !== null);
}
