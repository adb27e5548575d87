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
import type { WaitingAssignmentAnswer } from "../../src/contracts/my-contract";
import { type AcceptanceAnswer, longestNote } from "../../src/domain/acceptance";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { ProblemMessage } from "../shell/problem-message";
import { deviceName } from "./device-name";
import { useAnswerMyAssignment } from "./use-my-kit";

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
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    ":focus": { outline: "none" },
  },
  icon: { flexShrink: 0, fontSize: "24px", color: tokens.colorPaletteGreenForeground1 },
});

interface Props {
  readonly asked: WaitingAssignmentAnswer;
  readonly onAnswered: () => void;
}

/** One device that was handed to me: yes, no and a note, or what came of it. */
export function AssignmentQuestion({ asked, onAnswered }: Props) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const answer = useAnswerMyAssignment(asked.id);
  const { device, askedAt } = asked;
  return (
    <article className={styles.root}>
      <div>
        <h3 className={styles.title}>{deviceName(device, text)}</h3>
        <Text className={styles.quiet}>
          {[text(`device.type.${device.type}`), device.assetTag, device.serial].filter(Boolean).join(" · ")}
        </Text>
        <Text className={styles.quiet}>{text("kit.assignment.since", { date: format.date(askedAt) })}</Text>
      </div>
      {answer.isSuccess ? (
        <Receipt answer={answer.data.answer} />
      ) : (
        <Answers
          sending={answer.isPending}
          problem={answer.error}
          onSend={(said, note) => answer.mutate({ answer: said, note }, { onSuccess: onAnswered })}
        />
      )}
    </article>
  );
}

interface AnswersProps {
  readonly sending: boolean;
  readonly problem: unknown;
  readonly onSend: (answer: AcceptanceAnswer, note: string | null) => void;
}

function Answers({ sending, problem, onSend }: AnswersProps) {
  const styles = useStyles();
  const text = useText();
  const [note, setNote] = useState("");
  const send = (answer: AcceptanceAnswer) => onSend(answer, note.trim() || null);
  return (
    <>
      <Field label={text("kit.assignment.note")}>
        <Textarea
          value={note}
          maxLength={longestNote}
          placeholder={text("kit.assignment.noteHint")}
          onChange={(_, data) => setNote(data.value)}
        />
      </Field>
      {problem !== null && <ProblemMessage title={text("kit.form.failed")} problem={problem} />}
      <div className={styles.buttons}>
        <Button appearance="primary" disabled={sending} onClick={() => send("accepted")}>
          {text("kit.assignment.accepted")}
        </Button>
        <Button disabled={sending} onClick={() => send("declined")}>
          {text("kit.assignment.declined")}
        </Button>
        <Text size={200} className={styles.quiet}>
          {text("kit.seenByIt")}
        </Text>
      </div>
    </>
  );
}

/** Stands where the buttons stood and takes the focus that one of them had. */
function Receipt({ answer }: { readonly answer: AcceptanceAnswer }) {
  const styles = useStyles();
  const text = useText();
  const words = useRef<HTMLDivElement>(null);
  useEffect(() => words.current?.focus(), []);
  return (
    <div ref={words} className={styles.receipt} role="status" tabIndex={-1}>
      <CheckmarkCircleFilled className={styles.icon} aria-hidden="true" />
      <Text>{text(`kit.assignment.done.${answer}`)}</Text>
    </div>
  );
}
