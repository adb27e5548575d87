import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { WaitingAssignmentAnswer } from "../../src/contracts/my-contract";
import { useText } from "../language/use-text";
import { ErrorState } from "../shell/error-state";
import { AssignmentQuestion } from "./assignment-question";
import { useMyAssignments } from "./use-my-kit";

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalL, marginBottom: tokens.spacingVerticalXXL },
  heading: { ...typographyStyles.subtitle1, margin: 0 },
});

/** Devices that were handed to me and wait for my word; nothing at all while none does. */
export function MyAssignments() {
  const styles = useStyles();
  const text = useText();
  const assignments = useMyAssignments();
  const [answered, setAnswered] = useState<readonly WaitingAssignmentAnswer[]>([]);
  if (assignments.isError && assignments.data === undefined) {
    return (
      <ErrorState
        title={text("kit.assignment.failed")}
        problem={assignments.error}
        onRetry={() => void assignments.refetch()}
      />
    );
  }
  const shown = withAnswered(assignments.data?.items ?? [], answered);
  if (shown.length === 0) return null;
  return (
    <section className={styles.root} aria-labelledby="my-assignments">
      <h2 id="my-assignments" className={styles.heading}>
        {text("kit.assignment.title")}
      </h2>
      {shown.map((asked) => (
        <AssignmentQuestion
          key={asked.id}
          asked={asked}
          onAnswered={() => setAnswered((before) => withAnswered(before, [asked]))}
        />
      ))}
    </section>
  );
}

/** What came of an answer stays where the question was until the page is left. */
function withAnswered(
  open: readonly WaitingAssignmentAnswer[],
  answered: readonly WaitingAssignmentAnswer[],
): readonly WaitingAssignmentAnswer[] {
  return [...answered.filter(({ id }) => !open.some((each) => each.id === id)), ...open];
}
