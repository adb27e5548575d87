import {
  Button,
  Field,
  makeStyles,
  Text,
  Textarea,
  tokens,
  typographyStyles,
} from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { useEffect, useRef, useState } from "react";
import type { MyCheckInAnswer } from "../../src/contracts/my-contract";
import { longestWhy, type ReviewAnswer, reviewAnswers } from "../../src/domain/licence/review";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { ProblemMessage } from "../shell/problem-message";
import { SnoozeQuestion } from "./snooze-question";
import { useAnswerMyCheckIn } from "./use-my-kit";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gap: tokens.spacingVerticalM,
    boxSizing: "border-box",
    maxWidth: "880px",
    padding: tokens.spacingHorizontalXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: { ...typographyStyles.subtitle2, margin: 0, overflowWrap: "anywhere" },
  quiet: { display: "block", color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  buttons: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
  receipt: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    ":focus": { outline: "none" },
  },
  icon: { flexShrink: 0, fontSize: "24px", color: tokens.colorPaletteGreenForeground1 },
});

interface Props {
  readonly question: MyCheckInAnswer;
  readonly onAnswered: () => void;
}

/** One licence that I do not use: keep it, ask for training or give it back, or what came of the answer. */
export function ReviewQuestion({ question, onAnswered }: Props) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const answer = useAnswerMyCheckIn(question.deliveryId);
  const [said, setSaid] = useState<ReviewAnswer | null>(null);
  const { licence, title, closesAt } = question;
  const lastUsedAt = licence?.lastUsedAt ?? null;
  const send = (chosen: ReviewAnswer, note: string | null) => {
    setSaid(chosen);
    answer.mutate({ answer: chosen, note }, { onSuccess: onAnswered });
  };
  return (
    <article className={styles.root}>
      <div>
        <h3 className={styles.title}>{licence?.productName}</h3>
        <Text className={styles.quiet}>{title}</Text>
        <Text className={styles.quiet}>
          {lastUsedAt === null
            ? text("licenceReview.card.never")
            : text("licenceReview.card.lastUsed", { date: format.date(lastUsedAt) })}{" "}
          {text("kit.form.closes", { date: format.dateTime(closesAt) })}
        </Text>
      </div>
      {answer.isSuccess && said !== null ? (
        <Receipt answer={said} onChange={() => answer.reset()} />
      ) : (
        <>
          <Answers sending={answer.isPending} problem={answer.error} onSend={send} />
          {said === null && <SnoozeQuestion deliveryId={question.deliveryId} />}
        </>
      )}
    </article>
  );
}

interface AnswersProps {
  readonly sending: boolean;
  readonly problem: unknown;
  readonly onSend: (answer: ReviewAnswer, note: string | null) => void;
}

function Answers({ sending, problem, onSend }: AnswersProps) {
  const styles = useStyles();
  const text = useText();
  const [note, setNote] = useState("");
  return (
    <>
      <Text>{text("licenceReview.card.intro")}</Text>
      <Field label={text("licenceReview.note")}>
        <Textarea
          value={note}
          maxLength={longestWhy}
          placeholder={text("licenceReview.noteHint")}
          onChange={(_, data) => setNote(data.value)}
        />
      </Field>
      {problem !== null && <ProblemMessage title={text("kit.form.failed")} problem={problem} />}
      <div className={styles.buttons}>
        {reviewAnswers.map((answer) => (
          <Button key={answer} disabled={sending} onClick={() => onSend(answer, note.trim() || null)}>
            {text(`licenceReview.answer.${answer}`)}
          </Button>
        ))}
      </div>
      <Text size={200} className={styles.quiet}>
        {text("licenceReview.seenByIt")}
      </Text>
    </>
  );
}

/** Stands where the buttons stood and takes the focus that one of them had. */
function Receipt({ answer, onChange }: { readonly answer: ReviewAnswer; readonly onChange: () => void }) {
  const styles = useStyles();
  const text = useText();
  const words = useRef<HTMLDivElement>(null);
  useEffect(() => words.current?.focus(), []);
  return (
    <div className={styles.receipt}>
      <div ref={words} className={styles.receipt} role="status" tabIndex={-1}>
        <CheckmarkCircleFilled className={styles.icon} aria-hidden="true" />
        <Text>{text(`licenceReview.done.${answer}`)}</Text>
      </div>
      <Button onClick={onChange}>{text("kit.sent.change")}</Button>
    </div>
  );
}
