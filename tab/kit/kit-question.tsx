import { Button, makeStyles, Text, tokens, typographyStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { MyCheckInAnswer } from "../../src/contracts/my-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { AttendanceQuestion } from "./attendance-question";
import { KitAnswerForm } from "./kit-answer-form";
import { KitReceiptNote } from "./kit-receipt-note";
import { SnoozeQuestion } from "./snooze-question";
import { StepQuestion } from "./step-question";
import { useAnswerMyCheckIn } from "./use-my-kit";

const useStyles = makeStyles({
  root: {
    boxSizing: "border-box",
    maxWidth: "880px",
    padding: tokens.spacingHorizontalXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalM,
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  earlier: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
});

interface Props {
  readonly question: MyCheckInAnswer;
  readonly onAnswered: () => void;
}

/** One check-in: the form, or what came of the answer. */
export function KitQuestion({ question, onAnswered }: Props) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const answer = useAnswerMyCheckIn(question.deliveryId);
  const [again, setAgain] = useState(false);
  const isStep = question.purpose === "rollout-step";
  return (
    <article className={styles.root}>
      <div className={styles.head}>
        <h3 className={styles.title}>{question.title}</h3>
        <Text size={200} className={styles.quiet}>
          {text("kit.form.closes", { date: format.dateTime(question.closesAt) })}
        </Text>
      </div>
      {question.session !== undefined ? (
        <AttendanceQuestion
          deliveryId={question.deliveryId}
          session={question.session}
          onAnswered={onAnswered}
        />
      ) : isStep ? (
        <StepQuestion deliveryId={question.deliveryId} onAnswered={onAnswered} />
      ) : answer.isSuccess ? (
        <KitReceiptNote receipt={answer.data} onChange={() => answer.reset()} />
      ) : question.answeredAt !== null && !again ? (
        <div className={styles.earlier}>
          <Text>{text("kit.sent.earlier", { when: format.relative(question.answeredAt) })}</Text>
          <Button onClick={() => setAgain(true)}>{text("kit.sent.change")}</Button>
        </div>
      ) : (
        <>
          <KitAnswerForm
            devices={question.devices}
            sending={answer.isPending}
            problem={answer.error}
            onSend={(report) => answer.mutate(report, { onSuccess: onAnswered })}
          />
          {question.answeredAt === null && <SnoozeQuestion deliveryId={question.deliveryId} />}
        </>
      )}
    </article>
  );
}
